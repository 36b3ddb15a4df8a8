import { AppError } from '../../contract/error-registry.ts';
import { ACCOUNT_LOCK_OUT, ADDRESS_LOCK_OUT, lockOutMs } from '../../core/access/lock-out.ts';
import type { LockOutRule } from '../../core/access/lock-out.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import type { User } from '../../ports/users.ts';
import { appendNote } from '../audit/note.ts';
import { Quota } from '../audit/quota.ts';
import type { PeopleDeps } from './people-deps.ts';

interface Counted {
  readonly name: string;
  readonly rule: LockOutRule;
}

const MAX_NOTES_A_MINUTE = 30;
const quota = new Quota(MAX_NOTES_A_MINUTE);

/** Signs a person in by e-mail and password, as {@link confirmPassword}, and notes it. */
export async function signIn(deps: PeopleDeps, email: string, password: string, actor: RequestActor): Promise<User> {
  return noteSignIn(deps, await confirmPassword(deps, email, password, actor), 'password', actor);
}

/**
 * Finds the person of an e-mail and a password. Unknown accounts, wrong passwords, locked accounts and outdated one-time
 * passwords get the same SIGN_IN_FAILED after the same work; too many failures get LOCKED_OUT, of an account that does
 * not exist as well. The failure is counted before the password is looked at, so that many tries at once all count.
 */
export async function confirmPassword(
  deps: PeopleDeps,
  email: string,
  password: string,
  actor: RequestActor,
): Promise<User> {
  const { attempts, clock, passwords, users } = deps;
  const account: Counted = { name: `account/${deps.pseudonyms.hashEmail(email)}`, rule: ACCOUNT_LOCK_OUT };
  const address: Counted = { name: `address/${sha256Hex(actor.ip ?? '')}`, rule: ADDRESS_LOCK_OUT };
  await refuseLocked(deps, [account, address], actor);
  const failures = await Promise.all(
    [account, address].map(async (one) => ({ ...one, count: await attempts.count(one.name, clock.now()) })),
  );
  const user = await users.findByEmail(email);
  const fits = await passwords.verify(user?.passwordHash, password);
  if (user === null || !fits || !isUsable(user, clock.now())) {
    await Promise.all(failures.map(({ name, rule, count }) => lock(deps, name, lockOutMs(count, rule))));
    await noteFailure(deps, { action: 'session.refused', account: account.name, user, code: 'SIGN_IN_FAILED' }, actor);
    throw signInFailed();
  }
  await Promise.all([attempts.clear([account.name]), attempts.forgive(address.name)]);
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

async function refuseLocked(deps: PeopleDeps, counted: readonly Counted[], actor: RequestActor): Promise<void> {
  const now = deps.clock.now();
  const known = await deps.attempts.load(counted.map(({ name }) => name));
  const until = Math.max(0, ...[...known.values()].map(({ lockedUntil = 0 }) => lockedUntil));
  if (until <= now) return;
  await noteFailure(
    deps,
    { action: 'session.locked_out', account: counted[0]?.name ?? '', user: null, code: 'LOCKED_OUT' },
    actor,
  );
  const retryAfterSeconds = Math.ceil((until - now) / 1000);
  throw new AppError('LOCKED_OUT', `Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
}

async function lock({ attempts, clock }: PeopleDeps, name: string, ms: number): Promise<void> {
  if (ms > 0) await attempts.bar(name, clock.now() + ms);
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
