import type { Theme } from '../../core/access/profile.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { pickChanges } from '../../core/audit/draft-audit-event.ts';
import type { User } from '../../ports/users.ts';
import { draftNote } from '../audit/note.ts';
import type { PeopleDeps } from './people-deps.ts';
import { changedMeanwhile, getUser } from './user-errors.ts';

/** What people change of themselves. */
export interface ProfileEdit {
  readonly locale?: string;
  readonly theme?: Theme;
  readonly zone?: string;
  readonly shortcuts?: boolean;
}

const TRIES = 3;

/** Changes one's own profile; a change by somebody else at the same moment is kept beside it. Throws USER_NOT_FOUND, CHANGED_MEANWHILE. */
export async function changeProfile(deps: PeopleDeps, edit: ProfileEdit, actor: RequestActor): Promise<User> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const user = await getUser(deps.users, actor.id);
    const next: User = { ...user, ...edit };
    const changes = pickChanges(profileOf(user), profileOf(next));
    if (Object.keys(changes.after).length === 0) return user;
    const audit = draftNote(deps, actor, {
      action: 'user.profile_changed',
      subject: { type: 'user', id: user.id },
      ...changes,
    });
    if (await deps.users.save(next, audit)) return { ...next, revision: next.revision + 1 };
  }
  throw changedMeanwhile();
}

function profileOf({ locale, theme, zone, shortcuts }: User): Record<string, unknown> {
  return { locale, theme, zone, shortcuts };
}
