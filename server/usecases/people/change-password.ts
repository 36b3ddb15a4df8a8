import { AppError } from '../../contract/error-registry.ts';
import { checkPassword } from '../../core/access/check-password.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { User } from '../../ports/users.ts';
import { draftNote } from '../audit/note.ts';
import type { PeopleDeps } from './people-deps.ts';
import { confirmPassword } from './sign-in.ts';
import { changedMeanwhile, getUser } from './user-errors.ts';

/**
 * Changes one's own password and ends every session, this one included: the caller begins a new one. The current
 * password is checked as at a sign-in, lock-out and all. Throws SIGN_IN_FAILED, LOCKED_OUT, PASSWORD_REFUSED, and
 * CHANGED_MEANWHILE where the password was reset or the sessions were ended meanwhile.
 */
export async function changePassword(
  deps: PeopleDeps,
  { current, next }: { readonly current: string; readonly next: string },
  actor: RequestActor,
): Promise<User> {
  const { email } = await getUser(deps.users, actor.id);
  const user = await confirmPassword(deps, email, current, actor);
  const problem = current === next ? 'must not be the one in use' : checkPassword(next, user);
  if (problem !== null) {
    throw new AppError('PASSWORD_REFUSED', 'Choose another password.', {
      errors: [{ pointer: '/next', code: 'password_refused', message: problem }],
    });
  }
  const passwordHash = await deps.passwords.hash(next);
  const { passwordExpiresAt: _, ...rest } = await getUser(deps.users, user.id);
  // Whoever reset the password or ended the sessions while this one was looked at must not be overruled by it.
  if (rest.passwordHash !== user.passwordHash || rest.sessionEpoch !== user.sessionEpoch) throw changedMeanwhile();
  const changed: User = { ...rest, passwordHash, mustChangePassword: false, sessionEpoch: rest.sessionEpoch + 1 };
  const audit = draftNote(deps, actor, { action: 'user.password_changed', subject: { type: 'user', id: user.id } });
  if (!(await deps.users.save(changed, audit))) throw changedMeanwhile();
  return { ...changed, revision: changed.revision + 1 };
}
