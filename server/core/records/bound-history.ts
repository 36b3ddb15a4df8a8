/** A customer's history holds 400 days and at most 1,000 instants. */
export const HISTORY_MS = 400 * 86_400_000;
export const HISTORY_LIMIT = 1_000;

/** The newest entries within the bounds, oldest first, and whether something within or before them was left out by number. */
export function boundHistory<T>(entries: readonly T[], at: number, instantOf: (entry: T) => number): { kept: T[]; truncated: boolean } {
  const recent = entries.filter((entry) => instantOf(entry) > at - HISTORY_MS);
  const kept = recent.length > HISTORY_LIMIT ? recent.slice(recent.length - HISTORY_LIMIT) : recent;
  return { kept, truncated: recent.length > HISTORY_LIMIT };
}
