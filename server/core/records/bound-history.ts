/** A customer's history holds 400 days and at most 1,000 instants. */
export const HISTORY_MS = 400 * 86_400_000;
export const HISTORY_LIMIT = 1_000;

/** What is left of a history. `droppedAt` is the newest instant that was left out by number. */
export interface BoundedHistory<T> {
  readonly kept: T[];
  readonly truncated: boolean;
  readonly droppedAt?: number;
}

/**
 * The newest entries within the bounds, oldest first, and whether something within 400 days of `at` was left out by number.
 * Entries come in the order in which they were decided, by several clocks, and a late one may be about long ago: they are
 * put in order first, since whoever counts stops at the first that is too old.
 */
export function boundHistory<T>(entries: readonly T[], at: number, instantOf: (entry: T) => number): BoundedHistory<T> {
  const recent = entries
    .filter((entry) => instantOf(entry) > at - HISTORY_MS)
    .sort((a, b) => instantOf(a) - instantOf(b));
  const dropped = recent[recent.length - HISTORY_LIMIT - 1];
  if (dropped === undefined) return { kept: recent, truncated: false };
  return { kept: recent.slice(recent.length - HISTORY_LIMIT), truncated: true, droppedAt: instantOf(dropped) };
}

/** What remembers that its history was cut. */
interface Cuttable {
  historyTruncated: boolean;
  historyDroppedAt?: number;
}

/** Whether something that was dropped before would still count at `at`: after 400 days nothing of it is missing any more. */
export function isTruncated({ historyTruncated, historyDroppedAt }: Readonly<Cuttable>, at: number): boolean {
  return historyTruncated && (historyDroppedAt === undefined || historyDroppedAt > at - HISTORY_MS);
}

/** Remembers what was dropped just now, and forgets what has no weight any more. */
export function noteDropped(
  owner: Cuttable,
  { truncated, droppedAt }: Omit<BoundedHistory<never>, 'kept'>,
  at: number,
): void {
  const stands = isTruncated(owner, at);
  const instants = [stands ? owner.historyDroppedAt : undefined, droppedAt].filter((one) => one !== undefined);
  owner.historyTruncated = stands || truncated;
  delete owner.historyDroppedAt;
  if (instants.length > 0) owner.historyDroppedAt = Math.max(...instants);
}
