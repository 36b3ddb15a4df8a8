import type { PendingEvent } from '../../ports/pending-events.ts';
import { replayPending, type IngestDeps } from './ingest-events.ts';

const PASS_SIZE = 200;
/** As deep as lists go; events beyond that come up when those before them are settled. */
const DEEPEST = 10_000;

/**
 * Tries waiting events again whose arrival was missed: what they wait for exists by now, or they waited for nothing but a quieter moment.
 * Looks at all that wait, so that events for things that never come do not hide the others. Answers how many were tried.
 */
export async function sweepWaitingEvents(deps: IngestDeps): Promise<number> {
  const due: PendingEvent[] = [];
  for (let from = 0; from < DEEPEST; from += PASS_SIZE) {
    const { items } = await deps.pending.list({
      from,
      to: from + PASS_SIZE - 1,
      sort: ['receivedAt', 'ASC'],
      filter: { status: 'waiting' },
    });
    const owners = await deps.files.findOwners([...new Set(items.flatMap((row) => row.waitsFor))]);
    due.push(
      ...items.filter((row) => row.waitsFor.every((thing) => thing.startsWith('dispute/') || owners.has(thing))),
    );
    if (items.length < PASS_SIZE) break;
  }
  if (due.length > 0) await replayPending(deps, due);
  return due.length;
}
