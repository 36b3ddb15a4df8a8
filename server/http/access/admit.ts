import { AppError } from '../../contract/error-registry.ts';
import { listProgramsFor } from '../../core/access/can.ts';
import type { Permission } from '../../core/access/permission.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { rulesFor } from '../../core/access/rules-for.ts';
import type { KeyVerb } from '../../ports/api-keys.ts';
import { abilityOf, mayIn } from './ability.ts';
import { requireVerb } from './caller.ts';
import type { Caller } from './caller.ts';
import type { Identity, KeyIdentity, PersonIdentity } from './identity.ts';

/** What a route asks of whoever calls it: of a key a verb (null: no key may), of a person a permission. */
export interface Demand {
  readonly verb: KeyVerb | null;
  readonly permission: Permission | 'public';
  /** Whether it may be done while a one-time password is still in use; only what leads out of that may. */
  readonly withOneTimePassword?: boolean;
}

/** Where a request comes from. */
export interface Origin {
  readonly ip: string;
  readonly requestId: string;
}

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Lets a request in, or throws: UNAUTHENTICATED where nobody is known, FORBIDDEN where the key lacks the verb or the
 * person's roles do not allow it in any program, PASSWORD_CHANGE_REQUIRED where a one-time password is still in use.
 */
export function admit(identity: Identity, demand: Demand, origin: Origin): Caller {
  if (identity.kind === 'key' && demand.permission !== 'public') return admitKey(identity, demand.verb, origin);
  if (demand.permission === 'public') return anonymous(origin);
  if (identity.kind === 'user') return admitPerson(identity, { ...demand, permission: demand.permission }, origin);
  throw new AppError('UNAUTHENTICATED', 'Sign in, or send a valid API key as Authorization: Bearer <key>.');
}

function admitKey(key: KeyIdentity, verb: KeyVerb | null, origin: Origin): Caller {
  if (verb === null) throw new AppError('FORBIDDEN', 'No API key may do this: a person has to sign in.');
  requireVerb(key, verb);
  const reaches = (program: string): boolean => key.programs === null || key.programs.has(program);
  return {
    actor: actorOf(key, origin),
    programs: key.programs,
    reaches,
    knowsCustomers: reaches,
    verbs: key.verbs,
    isWatched: false,
  };
}

function admitPerson(
  person: PersonIdentity,
  { permission: { action, subject }, withOneTimePassword }: Demand & { readonly permission: Permission },
  origin: Origin,
): Caller {
  if (person.mustChangePassword && withOneTimePassword !== true) {
    throw new AppError(
      'PASSWORD_CHANGE_REQUIRED',
      'Choose a password of your own first; this one was for one sign-in.',
    );
  }
  const ability = abilityOf(person.grants);
  if (!ability.can(action, subject)) throw new AppError('FORBIDDEN', 'Your roles do not allow this.');
  const programs = listProgramsFor(rulesFor(person.grants), action, subject);
  return {
    actor: actorOf(person, origin),
    programs: programs === null ? null : new Set(programs),
    reaches: (program) => mayIn(ability, action, subject, program),
    knowsCustomers: (program) => mayIn(ability, 'read', 'customer', program),
    verbs: new Set(),
    isWatched: person.grants.some(({ role }) => role === 'auditor'),
  };
}

function anonymous(origin: Origin): Caller {
  return {
    actor: { kind: 'anonymous', id: 'nobody', name: 'nobody', grants: [], ...origin },
    programs: NOWHERE,
    reaches: () => false,
    knowsCustomers: () => false,
    verbs: new Set(),
    isWatched: false,
  };
}

/** The actor of an identity, as audit events name it. */
export function actorOf(identity: Identity, origin: Origin): RequestActor {
  if (identity.kind === 'anonymous') return anonymous(origin).actor;
  const { kind, id, name } = identity;
  return { kind, id, name, grants: kind === 'user' ? identity.grants : [], ...origin };
}
