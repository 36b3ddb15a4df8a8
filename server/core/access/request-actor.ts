import type { Grant } from './role.ts';

/** Who asks, and from where: what every change is audited with. */
export interface RequestActor {
  readonly kind: 'user' | 'key' | 'system' | 'anonymous';
  /** Id of the user or the key; the part of the service where it is the service itself; `nobody` before a sign-in. */
  readonly id: string;
  /** Display name, for sentences; an audit event keeps the id and looks the name up. */
  readonly name: string;
  /** Empty for a key, which has verbs instead, and for the service. */
  readonly grants: readonly Grant[];
  /** Address that the request came from; absent where there was no request. */
  readonly ip?: string;
  readonly requestId?: string;
  /** Set where the request has an Idempotency-Key of its own: what is written in the transaction of its effect. */
  readonly doneMark?: DoneMark;
}

/** A name under which it is noted that a request has had its effect; digest of the body that it came with. */
export interface DoneMark {
  readonly scope: string;
  readonly key: string;
  readonly bodyDigest: string;
}

/** The service itself as an actor; `part` is for example `bootstrap`, `cli`, `scheduler`. */
export function systemActor(part: string): RequestActor {
  return { kind: 'system', id: part, name: part, grants: [] };
}

/** How audit events and decisions name an actor: `user/<id>`, `key/<id>`, `system/<part>`, or `anonymous/nobody`. */
export function nameActor({ kind, id }: Pick<RequestActor, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}
