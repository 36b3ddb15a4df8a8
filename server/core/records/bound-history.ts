/** A customer's history holds 400 days and at most 1,000 instants. */
export const HISTORY_MS = 400 * 86_400_000;
export const HISTORY_LIMIT = 1_000;

/** What is left of a history, oldest first. `droppedUntil`: instant of the newest entry that was left out, by age or by number. */
export interface BoundedHistory<T> {
  readonly kept: T[];
  readonly droppedUntil?: number;
}

/**
 * The newest entries within the bounds, oldest first, and what was left out of them as of `at`.
 * Entries come in the order in which they were decided, by several clocks, and a late one may be about long ago: they are
 * put in order first, since whoever counts stops at the first that is too old.
 */
export function boundHistory<T>(
  entries: readonly T[],
  at: number,
  instantOf: (entry: T) => number,
  limit = HISTORY_LIMIT,
): BoundedHistory<T> {
  const sorted = entries.toSorted((a, b) => instantOf(a) - instantOf(b));
  const recent = sorted.filter((entry) => instantOf(entry) > at - HISTORY_MS);
  const kept = recent.length > limit ? recent.slice(recent.length - limit) : recent;
  const newestDropped = sorted[sorted.length - kept.length - 1];
  return {
    kept,
    ...(newestDropped === undefined ? {} : { droppedUntil: instantOf(newestDropped) }),
  };
}

/** Whether a history from which everything up to `droppedUntil` may be missing lacks something of the last 400 days. */
export function isCut(droppedUntil: number | undefined, at: number): boolean {
  return droppedUntil !== undefined && droppedUntil > at - HISTORY_MS;
}

/** The later of two instants up to which a history lacks something; undefined where nothing was ever dropped. */
export function laterDrop(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
