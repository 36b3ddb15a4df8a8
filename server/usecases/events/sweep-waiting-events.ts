import { replayPending, type IngestDeps } from './ingest-events.ts';

const PASS_SIZE = 200;

/** Tries waiting events again whose arrival was missed: what they wait for exists by now. Answers how many were tried. */
export async function sweepWaitingEvents(deps: IngestDeps): Promise<number> {
  const { items } = await deps.pending.list({ from: 0, to: PASS_SIZE - 1, sort: ['receivedAt', 'ASC'], filter: { status: 'waiting' } });
  const owners = await deps.files.findOwners([...new Set(items.flatMap((row) => row.waitsFor))]);
  const due = items.filter((row) => row.waitsFor.length > 0 && row.waitsFor.every((thing) => thing.startsWith('dispute/') || owners.has(thing)));
  if (due.length > 0) await replayPending(deps, due);
  return due.length;
}
