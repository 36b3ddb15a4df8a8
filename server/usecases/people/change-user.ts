import { AppError } from '../../contract/error-registry.ts';
import { coversGrants, isFullAdmin, wordGrants } from '../../core/access/check-grants.ts';
import type { UserStatus } from '../../core/access/profile.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { Grant } from '../../core/access/role.ts';
import { pickChanges } from '../../core/audit/draft-audit-event.ts';
import type { User } from '../../ports/users.ts';
import { draftNote } from '../audit/note.ts';
import { demandGrants } from './create-user.ts';
import type { PeopleDeps } from './people-deps.ts';
import { changedMeanwhile, getUser } from './user-errors.ts';

/** What an admin changes of a user. */
export interface UserEdit {
  readonly name?: string;
  readonly grants?: readonly Grant[];
  readonly status?: UserStatus;
  readonly reason?: string;
}

/**
 * Changes a user. Who is locked, or loses a role, does so at once: sessions end where the account is locked, and roles
 * are read anew with each request. Throws USER_NOT_FOUND, FORBIDDEN (own rights; rights beyond the actor's own),
 * LAST_ADMIN, CHANGED_MEANWHILE.
 */
export async function changeUser(deps: PeopleDeps, id: string, edit: UserEdit, actor: RequestActor): Promise<User> {
  const user = await getUser(deps.users, id);
  const { reason, ...fields } = edit;
  const next: User = { ...user, ...fields };
  const changes = pickChanges(describe(user), describe(next));
  const renamed = user.name !== next.name;
  if (Object.keys(changes.after).length === 0 && !renamed) return user;
  await demandRight(deps, { user, edit }, actor);
  const needsOtherAdmin = ceasesToBeAdmin(user, next);
  if (needsOtherAdmin && !(await deps.users.hasOtherAdmin(user.id))) {
    throw new AppError('LAST_ADMIN', 'Make somebody else admin of all programs first.');
  }
  const locked = user.status === 'active' && next.status === 'locked';
  const saved: User = locked ? { ...next, sessionEpoch: user.sessionEpoch + 1 } : next;
  const audit = draftNote(deps, actor, {
    action: actionOf(user, next),
    subject: { type: 'user', id },
    ...changes,
    ...(renamed ? { detail: { renamed } } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
  if (!(await deps.users.save(saved, audit, { needsOtherAdmin }))) throw changedMeanwhile();
  return { ...saved, revision: saved.revision + 1 };
}

interface Change {
  readonly user: User;
  readonly edit: UserEdit;
}

async function demandRight(deps: PeopleDeps, { user, edit }: Change, actor: RequestActor): Promise<void> {
  const touchesRights = edit.grants !== undefined || edit.status !== undefined;
  if (touchesRights && actor.kind === 'user' && actor.id === user.id) {
    throw new AppError('FORBIDDEN', 'Nobody changes their own rights: another admin has to.');
  }
  if (actor.kind !== 'system' && !coversGrants(actor.grants, user.grants)) {
    throw new AppError('FORBIDDEN', 'This user has rights in programs that you do not administrate.');
  }
  if (edit.grants !== undefined) await demandGrants(deps, actor, edit.grants);
}

function ceasesToBeAdmin(user: User, next: User): boolean {
  const isAdmin = ({ status, grants }: User): boolean => status === 'active' && isFullAdmin(grants);
  return isAdmin(user) && !isAdmin(next);
}

/** Names stay out of the audit, which is never altered: that it changed is noted, not to what. */
function describe({ grants, status }: User): Record<string, unknown> {
  return { grants: wordGrants(grants), status };
}

function actionOf(user: User, next: User): string {
  if (user.status === next.status) return 'user.changed';
  return next.status === 'locked' ? 'user.locked' : 'user.unlocked';
}
