import { AppError } from '../../contract/error-registry.ts';
import { ACCOUNT_LOCK_OUT, ADDRESS_LOCK_OUT, listLockOutsMs } from '../../core/access/lock-out.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import type { CountedTry } from '../../ports/sign-in-attempts.ts';
import type { User } from '../../ports/users.ts';
import { appendNote } from '../audit/note.ts';
import { Quota } from '../audit/quota.ts';
import type { PeopleDeps } from './people-deps.ts';

interface Counted {
  readonly name: string;
  readonly waitsMs: readonly number[];
}

const ACCOUNT_WAITS_MS = listLockOutsMs(ACCOUNT_LOCK_OUT);
const ADDRESS_WAITS_MS = listLockOutsMs(ADDRESS_LOCK_OUT);

const MAX_NOTES_A_MINUTE = 30;
const quota = new Quota(MAX_NOTES_A_MINUTE);

/** Signs a person in by e-mail and password, as {@link confirmPassword}, and notes it. */
export async function signIn(deps: PeopleDeps, email: string, password: string, actor: RequestActor): Promise<User> {
  return noteSignIn(deps, await confirmPassword(deps, email, password, actor), 'password', actor);
}

/**
 * Finds the person of an e-mail and a password. Unknown accounts, wrong passwords, locked accounts and outdated one-time
 * passwords get the same SIGN_IN_FAILED after the same work; too many failures get LOCKED_OUT, of an account that does
 * not exist as well. A try counts as failed, and bars the next as a failure would, before its password is looked at:
 * many at once get no further than one after the other.
 */
export async function confirmPassword(
  deps: PeopleDeps,
  email: string,
  password: string,
  actor: RequestActor,
): Promise<User> {
  const { attempts, clock, passwords, users } = deps;
  const account: Counted = { name: `account/${deps.pseudonyms.hashEmail(email)}`, waitsMs: ACCOUNT_WAITS_MS };
  const address: Counted = { name: `address/${sha256Hex(actor.ip ?? '')}`, waitsMs: ADDRESS_WAITS_MS };
  const known = await attempts.loadBars([account.name, address.name]);
  await refuseBarred(deps, account, [...known.values()], actor);
  const [own, shared] = await Promise.all([count(deps, account), count(deps, address)]);
  await refuseBarred(deps, account, [own.barredUntil ?? 0, shared.barredUntil ?? 0], actor);
  const user = await users.findByEmail(email);
  const fits = await passwords.verify(user?.passwordHash, password);
  if (user === null || !fits || !isUsable(user, clock.now())) {
    await noteFailure(deps, { action: 'session.refused', account: account.name, user, code: 'SIGN_IN_FAILED' }, actor);
    throw signInFailed();
  }
  await Promise.all([attempts.clear([account.name]), attempts.forgive(address.name, shared)]);
  return user;
}

/** Notes that a session began; the actor is from now on the user. */
export async function noteSignIn(
  deps: PeopleDeps,
  user: User,
  by: 'password' | 'oidc',
  origin: RequestActor,
): Promise<User> {
  const actor: RequestActor = { ...origin, kind: 'user', id: user.id, name: user.name, grants: user.grants };
  await appendNote(deps, actor, { action: 'session.started', subject: { type: 'user', id: user.id }, detail: { by } });
  await deps.users.noteSeen(user.id, deps.clock.now());
  return user;
}

/** The one answer to every sign-in that fails. */
export function signInFailed(detail = 'Check the e-mail address and the password.'): AppError {
  return new AppError('SIGN_IN_FAILED', detail);
}

function isUsable({ status, passwordExpiresAt }: User, now: number): boolean {
  return status === 'active' && (passwordExpiresAt === undefined || passwordExpiresAt > now);
}

function count({ attempts, clock }: PeopleDeps, { name, waitsMs }: Counted): Promise<CountedTry> {
  return attempts.count(name, clock.now(), waitsMs);
}

/** `bars`: epoch ms until which the account or the address is barred. Throws LOCKED_OUT. */
async function refuseBarred(
  deps: PeopleDeps,
  account: Counted,
  bars: readonly number[],
  actor: RequestActor,
): Promise<void> {
  const now = deps.clock.now();
  const until = Math.max(0, ...bars);
  if (until <= now) return;
  await noteFailure(
    deps,
    { action: 'session.locked_out', account: account.name, user: null, code: 'LOCKED_OUT' },
    actor,
  );
  const retryAfterSeconds = Math.ceil((until - now) / 1000);
  throw new AppError('LOCKED_OUT', `Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
}

interface Failure {
  readonly action: string;
  readonly account: string;
  readonly user: User | null;
  readonly code: string;
}

/** An account is named by its id where there is one, else by the keyed hash of what was typed. */
async function noteFailure(
  deps: PeopleDeps,
  { action, account, user, code }: Failure,
  actor: RequestActor,
): Promise<void> {
  if (!quota.take(account, deps.clock.now())) return;
  const subject = user === null ? { type: 'account', id: account } : { type: 'user', id: user.id };
  await appendNote(deps, actor, { action, subject, detail: { code } });
}
