import { AppError } from '../../contract/error-registry.ts';
import { coversGrants } from '../../core/access/check-grants.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { User } from '../../ports/users.ts';
import { draftNote } from '../audit/note.ts';
import type { PeopleDeps } from './people-deps.ts';
import { changedMeanwhile, getUser } from './user-errors.ts';

/** Ends every session of a user, at once and in every process. Throws USER_NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE. */
export async function signOutEverywhere(
  deps: PeopleDeps,
  { userId, reason }: { readonly userId: string; readonly reason?: string },
  actor: RequestActor,
): Promise<User> {
  const user = await getUser(deps.users, userId);
  if (actor.kind === 'user' && actor.id !== userId && !coversGrants(actor.grants, user.grants)) {
    throw new AppError('FORBIDDEN', 'This user has rights in programs that you do not administrate.');
  }
  const next: User = { ...user, sessionEpoch: user.sessionEpoch + 1 };
  const audit = draftNote(deps, actor, {
    action: 'user.signed_out_everywhere',
    subject: { type: 'user', id: userId },
    ...(reason === undefined ? {} : { reason }),
  });
  if (!(await deps.users.save(next, audit))) throw changedMeanwhile();
  return { ...next, revision: next.revision + 1 };
}
