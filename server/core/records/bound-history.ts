/** A customer's history holds 400 days and at most 1,000 instants. */
export const HISTORY_MS = 400 * 86_400_000;
export const HISTORY_LIMIT = 1_000;

/**
 * The newest entries within the bounds, oldest first, and whether something within 400 days of `at` was left out by number.
 * Entries come in the order in which they were decided, by several clocks, and a late one may be about long ago: they are
 * put in order first, since whoever counts stops at the first that is too old.
 */
export function boundHistory<T>(
  entries: readonly T[],
  at: number,
  instantOf: (entry: T) => number,
): { kept: T[]; truncated: boolean } {
  const recent = entries
    .filter((entry) => instantOf(entry) > at - HISTORY_MS)
    .sort((a, b) => instantOf(a) - instantOf(b));
  const kept = recent.length > HISTORY_LIMIT ? recent.slice(recent.length - HISTORY_LIMIT) : recent;
  return { kept, truncated: recent.length > HISTORY_LIMIT };
}
