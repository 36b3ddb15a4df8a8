import type { PendingEvent } from '../../ports/pending-events.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import { keepEvent } from './keep-event.ts';
import type { EventItem, EventResult, ItemResult } from './work-item.ts';

/** An event of a batch that could not be applied, and the row under which it is kept. */
export interface Kept {
  readonly item: EventItem;
  readonly event: PendingEvent;
  readonly personal: PersonalRow;
}

/** Why an event is kept, and what its sender is told. */
export const REUSED = {
  status: 'rejected',
  code: 'EVENT_ID_REUSED',
  message: 'Another event of this source has the same id and another body.',
} as const;

/** Runs items once more, one after the other. */
type Settle = (items: readonly EventItem[]) => Promise<readonly ItemResult[]>;

/**
 * Keeps what could not be applied before anybody is answered. One row an event, however often a batch holds it; another body
 * under the name of one that waits is refused, since only one of them could ever be applied. What an event waits for may
 * have arrived while it was being kept: then it is settled at once.
 */
export async function keepAside(
  deps: AdjudicationDeps,
  kept: readonly Kept[],
  answered: readonly { readonly item: unknown; readonly result: ItemResult }[],
  settle: Settle,
): Promise<ItemResult[]> {
  if (kept.length === 0) return answered.map(({ result }) => result);
  const { rows, told } = await sortOut(deps, kept);
  await saveRows(deps, rows);
  const waiting = rows.filter((row) => row.event.status === 'waiting' && row.event.waitsFor.length > 0);
  const owners =
    waiting.length === 0 ? new Map() : await deps.files.findOwners(waiting.flatMap((row) => row.event.waitsFor));
  for (const { item, event } of waiting) {
    const owner = event.waitsFor.map((thing) => owners.get(thing)).find((found) => found !== undefined);
    if (owner === undefined) continue;
    const again = { ...item, pendingId: event.id };
    const [settled] = owner === item.customerKey ? await settle([again]) : await refuseAsForeign(deps, again);
    if (settled !== undefined) told.set(item, settled);
  }
  return answered.map(({ item, result }) => told.get(item) ?? result);
}

/** The rows to save, each once, and what those are told who do not need one. */
async function sortOut(
  deps: AdjudicationDeps,
  kept: readonly Kept[],
): Promise<{ rows: Kept[]; told: Map<unknown, ItemResult> }> {
  const told = new Map<unknown, ItemResult>();
  const rows = new Map<string, Kept>();
  const known = await findWaiting(deps, kept);
  for (const one of kept) {
    const { item, event } = one;
    const twin = rows.get(event.id)?.event ?? known.get(event.id);
    if (twin === undefined || item.pendingId === event.id) rows.set(event.id, one);
    else if (event.status !== 'waiting') continue;
    else if (twin.digest === event.digest) told.set(item, { status: 'duplicate' });
    else {
      told.set(item, REUSED);
      const refused = keepEvent(item, { ...REUSED, waitsFor: [] });
      rows.set(refused.event.id, { item, ...refused });
    }
  }
  return { rows: [...rows.values()], told };
}

/** Rows of the same name that wait already, those left out of which an item is another try. */
async function findWaiting(deps: AdjudicationDeps, kept: readonly Kept[]): Promise<Map<string, PendingEvent>> {
  const ids = new Set(
    kept.flatMap(({ item, event }) => (event.status === 'waiting' && item.pendingId !== event.id ? [event.id] : [])),
  );
  const found = await Promise.all([...ids].map((id) => deps.pending.find(id)));
  return new Map(found.flatMap((row) => (row === null ? [] : [[row.id, row]])));
}

/** A row that takes the place of another (what waited is refused now, or the other way round) is there before that one goes. */
async function saveRows(deps: AdjudicationDeps, rows: readonly Kept[]): Promise<void> {
  await deps.pending.save(
    rows.map((row) => row.event),
    rows.map((row) => row.personal),
  );
  const replaced = rows.flatMap(({ item, event }) =>
    item.pendingId === undefined || item.pendingId === event.id ? [] : [item.pendingId],
  );
  if (replaced.length > 0) await deps.pending.remove(replaced);
}

/** Refuses and keeps an event that names a thing of another customer. */
export async function refuseAsForeign(deps: AdjudicationDeps, item: EventItem): Promise<EventResult[]> {
  const refusal = {
    status: 'rejected',
    code: 'OWNER_MISMATCH',
    message: 'What this event names belongs to another customer.',
  } as const;
  await saveRows(deps, [{ item, ...keepEvent(item, { ...refusal, waitsFor: [] }) }]);
  return [refusal];
}
