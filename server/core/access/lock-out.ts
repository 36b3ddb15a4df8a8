/** Failures that are free, then how long the first lock lasts and how long any may, ms. */
export interface LockOutRule {
  readonly freeFailures: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

/** For one account: a few slips of the pen cost nothing. */
export const ACCOUNT_LOCK_OUT: LockOutRule = { freeFailures: 4, firstMs: 15_000, longestMs: 15 * 60_000 };

/** For one address, behind which a whole office may sit. */
export const ADDRESS_LOCK_OUT: LockOutRule = { freeFailures: 30, firstMs: 15_000, longestMs: 3_600_000 };

/**
 * How long to lock after the first, the second … failure in a row, ms; the last holds for every further one too.
 */
export function listLockOutsMs(rule: LockOutRule): number[] {
  const waitsMs = [lockOutMs(1, rule)];
  while (waitsMs.at(-1) !== rule.longestMs) waitsMs.push(lockOutMs(waitsMs.length + 1, rule));
  return waitsMs;
}

/** How long to lock after so many failures in a row, ms: twice as long each time, up to a limit; 0 while they are free. */
export function lockOutMs(failures: number, { freeFailures, firstMs, longestMs }: LockOutRule): number {
  const over = failures - freeFailures;
  return over <= 0 ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(over - 1, 30));
}
