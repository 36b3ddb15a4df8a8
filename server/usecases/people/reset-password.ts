import { AppError } from '../../contract/error-registry.ts';
import { coversGrants } from '../../core/access/check-grants.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { draftNote } from '../audit/note.ts';
import { ONE_TIME_PASSWORD_MS } from './create-user.ts';
import type { PeopleDeps } from './people-deps.ts';
import { changedMeanwhile, getUser } from './user-errors.ts';

/**
 * Gives a user a password for one sign-in, and ends their sessions. `expiresAt` is epoch ms. Throws USER_NOT_FOUND,
 * FORBIDDEN (of oneself; of somebody with rights beyond the actor's own), CHANGED_MEANWHILE.
 */
export async function resetPassword(
  deps: PeopleDeps,
  id: string,
  actor: RequestActor,
): Promise<{ readonly oneTimePassword: string; readonly expiresAt: number }> {
  const user = await getUser(deps.users, id);
  if (actor.id === id) throw new AppError('FORBIDDEN', 'Change your own password in your profile.');
  if (actor.kind !== 'system' && !coversGrants(actor.grants, user.grants)) {
    throw new AppError('FORBIDDEN', 'This user has rights in programs that you do not administrate.');
  }
  const oneTimePassword = deps.passwords.generate();
  const expiresAt = deps.clock.now() + ONE_TIME_PASSWORD_MS;
  const passwordHash = await deps.passwords.hash(oneTimePassword);
  const next = {
    ...user,
    passwordHash,
    mustChangePassword: true,
    passwordExpiresAt: expiresAt,
    sessionEpoch: user.sessionEpoch + 1,
  };
  const audit = draftNote(deps, actor, { action: 'user.password_reset', subject: { type: 'user', id } });
  if (!(await deps.users.save(next, audit))) throw changedMeanwhile();
  return { oneTimePassword, expiresAt };
}
