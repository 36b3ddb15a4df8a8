import type { PendingEvent } from '../../ports/pending-events.ts';
import { replayPending, type IngestDeps } from './ingest-events.ts';

const PASS_SIZE = 200;
/** Rows looked at in one sweep at most. */
const MOST_PASSES = 50;
/** The first rest after a look, doubling with each: what never comes must not cost a look every few seconds for ever. */
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 15 * 60_000;
/**
 * Looks at a refused event, some six hours, before its rests grow on: its credits may never come. What brings them wakes
 * it, unless that died before it could: so it is never given up.
 */
const FREQUENT_LOOKS_AT_REFUSED = 32;
const LONGEST_REST_OF_REFUSED_MS = 30 * 24 * 60 * 60_000;

/**
 * Tries kept events again whose arrival was missed, or that waited for nothing but a quieter moment: those that wait, and
 * refused ones that wait for credits. Each is looked at more and more seldom. Answers how many were tried.
 */
export async function sweepWaitingEvents(deps: IngestDeps): Promise<number> {
  let tried = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const now = deps.clock.now();
    const rows = await deps.pending.listDue(now, PASS_SIZE);
    // Put off before anything is tried: one that breaks the sweep is not the first of the next one too.
    await putOff(deps, rows, now);
    const due = await selectReady(deps, rows);
    if (due.length > 0) await replayPending(deps, due);
    tried += due.length;
    if (rows.length < PASS_SIZE) break;
  }
  return tried;
}

/** Those of which everything exists that they wait for. Disputes are in their orders and cannot be looked up: there, trying is looking. */
async function selectReady(deps: IngestDeps, rows: readonly PendingEvent[]): Promise<PendingEvent[]> {
  if (rows.length === 0) return [];
  const owners = await deps.files.findOwners([...new Set(rows.flatMap((row) => row.waitsFor))]);
  return rows.filter((row) => row.waitsFor.every((thing) => thing.startsWith('dispute/') || owners.has(thing)));
}

async function putOff(deps: IngestDeps, rows: readonly PendingEvent[], now: number): Promise<void> {
  const byRest = new Map<number, string[]>();
  for (const row of rows) {
    const restMs = selectRestMs(row);
    byRest.set(restMs, [...(byRest.get(restMs) ?? []), row.id]);
  }
  for (const [restMs, ids] of byRest) await deps.pending.putOff(ids, now + restMs);
}

function selectRestMs({ status, attempts }: PendingEvent): number {
  const more = attempts - FREQUENT_LOOKS_AT_REFUSED;
  if (status === 'rejected' && more >= 0)
    return Math.min(LONGEST_REST_MS * 2 ** (more + 1), LONGEST_REST_OF_REFUSED_MS);
  return Math.min(FIRST_REST_MS * 2 ** Math.max(0, attempts - 1), LONGEST_REST_MS);
}
