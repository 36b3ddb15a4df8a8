import { AppError } from '../../contract/error-registry.ts';
import { listNamedThings } from '../../core/events/domain-event.ts';
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

const LOST = {
  status: 'rejected',
  code: 'INTERNAL',
  message: 'The event could not be applied and not be kept. The failure was logged; send it again.',
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
  for (const item of await saveRows(deps, rows)) told.set(item, LOST);
  const waiting = rows.filter(({ item, event }) => isWaiting(event) && told.get(item) !== LOST);
  const owners =
    waiting.length === 0 ? new Map() : await deps.files.findOwners(waiting.flatMap((row) => row.event.waitsFor));
  for (const { item, event } of waiting) {
    const owner = event.waitsFor.map((thing) => owners.get(thing)).find((found) => found !== undefined);
    if (owner === undefined) continue;
    const again = { ...item, customerKey: owner, pendingId: event.id };
    const isTheirs = owner === item.customerKey || namesNobody(item);
    const [settled] = isTheirs
      ? await settle([again])
      : await refuseAsForeign(deps, { ...again, customerKey: item.customerKey }, owners);
    if (settled !== undefined) told.set(item, settled);
    // Its body goes with the row.
    if ((await deps.pending.find(event.id)) === null) await deps.personal.remove([event.personalId]);
  }
  return answered.map(({ item, result }) => told.get(item) ?? result);
}

function isWaiting(event: PendingEvent): boolean {
  return event.status === 'waiting' && event.waitsFor.length > 0;
}

/** An event that names no customer came here because another one of its request named its thing for somebody: it is the owner's, whoever that is. */
function namesNobody({ event }: EventItem): boolean {
  return listNamedThings(event).customerId === undefined;
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

/**
 * A row that takes the place of another (what waited is refused now, or the other way round) is there before that one goes.
 * Answers the items that could not be kept: a row that the store will not take is its own trouble, not its neighbours', whose effects have committed.
 */
async function saveRows(deps: AdjudicationDeps, rows: readonly Kept[]): Promise<EventItem[]> {
  if (rows.length === 0) return [];
  try {
    await deps.pending.save(
      rows.map((row) => row.event),
      rows.map((row) => row.personal),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE') throw error;
    return saveEach(deps, rows, error);
  }
  const replaced = rows.flatMap(({ item, event }) =>
    item.pendingId === undefined || item.pendingId === event.id ? [] : [item.pendingId],
  );
  if (replaced.length > 0) await deps.pending.remove(replaced);
  return [];
}

async function saveEach(deps: AdjudicationDeps, rows: readonly Kept[], error: unknown): Promise<EventItem[]> {
  const [first] = rows;
  if (rows.length > 1 || first === undefined) {
    const lost: EventItem[] = [];
    for (const row of rows) lost.push(...(await saveRows(deps, [row])));
    return lost;
  }
  deps.log.error({ err: error, eventKey: first.event.eventKey }, 'An event could not be kept; its sender was told.');
  return [first.item];
}

/** Refuses and keeps an event that names a thing of another customer, and says what kind of thing; `owners` by thing. */
export async function refuseAsForeign(
  deps: AdjudicationDeps,
  item: EventItem,
  owners: ReadonlyMap<string, string>,
): Promise<EventResult[]> {
  const refusal = {
    status: 'rejected',
    code: 'OWNER_MISMATCH',
    message: `The ${listForeignKinds(item, owners).join(' and the ')} that this event names belongs to another customer.`,
  } as const;
  await saveRows(deps, [{ item, ...keepEvent(item, { ...refusal, waitsFor: [] }) }]);
  return [refusal];
}

/** Kinds of the things of others, such as `order`. The lot of an order has its name, and goes without saying. */
function listForeignKinds({ customerKey }: EventItem, owners: ReadonlyMap<string, string>): string[] {
  const things = [...owners].flatMap(([thing, owner]) => (owner === customerKey ? [] : [thing.split('/', 1).join()]));
  const kinds = [...new Set(things)];
  return kinds.includes('order') ? kinds.filter((kind) => kind !== 'lot') : kinds;
}
