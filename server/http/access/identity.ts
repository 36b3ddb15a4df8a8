import type { Grant } from '../../core/access/role.ts';
import type { ApiKey, KeyVerb } from '../../ports/api-keys.ts';

/** A key that asks: the programs it may touch (null: all of them) and what it may do there. */
export interface KeyIdentity {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly programs: ReadonlySet<string> | null;
  readonly verbs: ReadonlySet<KeyVerb>;
}

/** A person who has signed in. */
export interface PersonIdentity {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Signed in with a password that somebody else gave: nothing may be done before there is another. */
  readonly mustChangePassword: boolean;
}

/** Nobody that we know. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

/** Who asks, before it is looked at what for. */
export type Identity = KeyIdentity | PersonIdentity | Anonymous;

/** The identity of a key. */
export function identityOfKey(key: ApiKey): KeyIdentity {
  return {
    kind: 'key',
    id: key.id,
    name: key.name,
    programs: key.programs.includes('*') ? null : new Set(key.programs),
    verbs: new Set(key.verbs),
  };
}
