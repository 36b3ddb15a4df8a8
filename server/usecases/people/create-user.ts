import { AppError } from '../../contract/error-registry.ts';
import type { FieldError } from '../../contract/error-registry.ts';
import { coversGrants, wordGrants } from '../../core/access/check-grants.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { ALL_PROGRAMS } from '../../core/access/role.ts';
import type { Grant } from '../../core/access/role.ts';
import type { User } from '../../ports/users.ts';
import { draftNote } from '../audit/note.ts';
import type { PeopleDeps } from './people-deps.ts';

/** How long a one-time password can be used, ms. */
export const ONE_TIME_PASSWORD_MS = 7 * 86_400_000;

/** A user to make. Without a password there will be a one-time password. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Of the user's own choice; only where the user is asked, or by the bootstrap. */
  readonly password?: string;
  readonly demo?: boolean;
}

/** A user just made; the one-time password is known here alone. */
export interface MadeUser {
  readonly user: User;
  readonly oneTimePassword: string | null;
}

/** Makes a user. Throws EMAIL_TAKEN; FORBIDDEN where a grant reaches beyond the actor's own; PROGRAM_NOT_FOUND. */
export async function createUser(deps: PeopleDeps, wanted: NewUser, actor: RequestActor): Promise<MadeUser> {
  await demandGrants(deps, actor, wanted.grants);
  const oneTimePassword = wanted.password === undefined ? deps.passwords.generate() : null;
  const now = deps.clock.now();
  const user: User = {
    id: deps.ids.next(),
    email: wanted.email.normalize('NFC').trim(),
    name: wanted.name,
    grants: wanted.grants,
    status: 'active',
    locale: 'en',
    theme: 'system',
    zone: 'UTC',
    shortcuts: true,
    passwordHash: await deps.passwords.hash(wanted.password ?? oneTimePassword ?? ''),
    mustChangePassword: oneTimePassword !== null,
    ...(oneTimePassword === null ? {} : { passwordExpiresAt: now + ONE_TIME_PASSWORD_MS }),
    sessionEpoch: 0,
    revision: 0,
    createdAt: now,
    demo: wanted.demo ?? false,
  };
  const audit = draftNote(deps, actor, {
    action: 'user.created',
    subject: { type: 'user', id: user.id },
    after: { grants: wordGrants(user.grants), status: user.status },
  });
  if (!(await deps.users.append(user, audit)))
    throw new AppError('EMAIL_TAKEN', 'Change the user of this address instead.');
  return { user, oneTimePassword };
}

/** The field that names a program which is none. */
function unknownProgram(pointer: string): FieldError {
  return { pointer, code: 'unknown_program', message: 'is not a program of this service' };
}

/** Throws FORBIDDEN where grants reach beyond the actor's own, PROGRAM_NOT_FOUND where one names no program. */
export async function demandGrants(
  { policies }: Pick<PeopleDeps, 'policies'>,
  actor: RequestActor,
  grants: readonly Grant[],
): Promise<void> {
  if (actor.kind !== 'system' && !coversGrants(actor.grants, grants)) {
    throw new AppError('FORBIDDEN', 'You can give rights only in programs that you administrate yourself.');
  }
  const named = [...new Set(grants.flatMap(({ programs }) => programs))].filter((program) => program !== ALL_PROGRAMS);
  if (named.length === 0) return;
  const known = await policies.listPolicies();
  const unknown = named.filter((program) => !known.includes(program));
  if (unknown.length === 0) return;
  throw new AppError('PROGRAM_NOT_FOUND', `There is no program ${unknown.join(', ')}.`, {
    errors: grants.flatMap(({ programs }, at) =>
      programs.flatMap((program, place) =>
        unknown.includes(program) ? [unknownProgram(`/grants/${at}/programs/${place}`)] : [],
      ),
    ),
  });
}
