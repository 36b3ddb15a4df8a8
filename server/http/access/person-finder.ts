import type { Users } from '../../ports/users.ts';
import type { PersonIdentity } from './identity.ts';
import { SESSION_ABSOLUTE_MS } from './sessions.ts';
import type { SignInWay } from './sessions.ts';

/** What a session says of its person. */
export interface SessionClaim {
  readonly userId: string;
  readonly epoch: number;
  /** Epoch ms. */
  readonly signedInAt: number;
  readonly signedInBy: SignInWay;
}

/** Finds the person of a session; null where the session is over, or the person was locked or signed out everywhere. */
export type PersonFinder = (claim: SessionClaim) => Promise<PersonIdentity | null>;

/** How old the note of when somebody was last seen may grow before it is written again, ms. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Asks the store each time, so that a lock, a sign-out and a changed role hold at once. `now` is epoch ms. */
export function createPersonFinder(users: Pick<Users, 'find' | 'noteSeen'>, now: () => number): PersonFinder {
  return async ({ userId, epoch, signedInAt, signedInBy }) => {
    if (now() - signedInAt > SESSION_ABSOLUTE_MS) return null;
    const user = await users.find(userId);
    if (user === null || user.status !== 'active' || user.sessionEpoch !== epoch) return null;
    if (now() - (user.lastSeenAt ?? 0) > SEEN_EVERY_MS) await users.noteSeen(userId, now());
    return {
      kind: 'user',
      id: user.id,
      name: user.name,
      grants: user.grants,
      // Who signed in elsewhere never had the password that an admin was shown, and could not replace it.
      mustChangePassword: user.mustChangePassword && signedInBy === 'password',
    };
  };
}
