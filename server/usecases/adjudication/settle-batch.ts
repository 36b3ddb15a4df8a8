import { AppError } from '../../contract/error-registry.ts';
import { listNamedThings } from '../../core/events/domain-event.ts';
import type { Unit } from '../../ports/unit-of-work.ts';
import { announceMessages } from '../outbox/announce-messages.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import { countDocuments, estimateBytes, UNIT_BYTES, UNIT_DOCUMENTS, type Batch } from './batch.ts';
import { keepEvent } from './keep-event.ts';
import { pauseWithJitter } from './pause-with-jitter.ts';
import { readBatch } from './read-batch.ts';
import { workClaim } from './work-claim.ts';
import { workEvent } from './work-event.ts';
import { workInformation } from './work-information.ts';
import type { EventItem, ItemResult, WorkItem } from './work-item.ts';

/** Tries of a lone item before it gives up (503; an event waits). */
const LONE_TRIES = 10;
/** Times that a whole batch is read and decided again before it is halved. */
const BATCH_TRIES = 2;

/**
 * Reads, decides and commits a batch by the conflict protocol: a lost guard or a write conflict reads and decides again, whole, twice,
 * then halves; any other abort halves at once, until the guilty item is alone. Items of one customer keep their order.
 */
export async function settleBatch(deps: AdjudicationDeps, items: readonly WorkItem[], tries = 0): Promise<ItemResult[]> {
  const batch = await readBatch(deps, items);
  const results = await workItems(deps, batch, items);
  if (results === null) return settleHalves(deps, items);
  const unit = batch.assemble();
  if (unit === null) return keepAside(deps, batch, items, results);
  if (items.length > 1 && isTooLarge(unit)) return settleHalves(deps, items);
  const outcome = await deps.unitOfWork.commit(unit);
  if (outcome === 'committed') {
    announce(deps, unit);
    return keepAside(deps, batch, items, results);
  }
  const foreign = outcome === 'duplicate' && items.length === 1 ? await refuseForeign(deps, items) : null;
  if (foreign !== null) return foreign;
  if (items.length > 1 && (outcome === 'duplicate' || tries >= BATCH_TRIES)) return settleHalves(deps, items);
  if (items.length === 1 && tries + 1 >= LONE_TRIES) return items.map(giveUp);
  await pauseWithJitter(tries);
  return settleBatch(deps, items, tries + 1);
}

/** Results in order; null where an item broke something and has neighbours, which must not suffer for it. */
async function workItems(deps: AdjudicationDeps, batch: Batch, items: readonly WorkItem[]): Promise<ItemResult[] | null> {
  const results: ItemResult[] = [];
  try {
    for (const item of items) results.push(await workItem(deps, batch, item));
    return results;
  } catch (error) {
    // The database being away is everybody's trouble; a broken invariant is one item's.
    if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE') throw error;
    if (items.length > 1) return null;
    deps.log.error({ err: error }, 'An item could not be worked on; nothing was written.');
    batch.abandon();
    return items.map((item) => refuse(item, new AppError('INTERNAL', 'Nothing was written. The failure was logged.', { cause: error })));
  }
}

function workItem(deps: AdjudicationDeps, batch: Batch, item: WorkItem): Promise<ItemResult> {
  if (item.kind === 'event') return workEvent(deps, batch, item);
  return item.kind === 'claim' ? workClaim(deps, batch, item) : workInformation(deps, batch, item);
}

async function settleHalves(deps: AdjudicationDeps, items: readonly WorkItem[]): Promise<ItemResult[]> {
  const middle = Math.ceil(items.length / 2);
  const first = await settleBatch(deps, items.slice(0, middle));
  return [...first, ...(await settleBatch(deps, items.slice(middle)))];
}

/** Events that could not be applied are kept before anybody is answered; what they wait for may have arrived while they were being kept. */
async function keepAside(deps: AdjudicationDeps, batch: Batch, items: readonly WorkItem[], results: ItemResult[]): Promise<ItemResult[]> {
  if (batch.kept.length === 0) return results;
  await deps.pending.save(batch.kept.map((kept) => kept.event), batch.kept.map((kept) => kept.personal));
  const waiting = batch.kept.filter((kept) => kept.event.status === 'waiting');
  if (waiting.length === 0) return results;
  const owners = await deps.files.findOwners(waiting.flatMap((kept) => kept.event.waitsFor));
  return Promise.all(results.map(async (result, index) => {
    const item = items[index];
    if (result.status !== 'waiting' || item?.kind !== 'event') return result;
    const kept = waiting.find((one) => one.event.eventKey === item.event.eventKey);
    const arrived = kept?.event.waitsFor.map((thing) => owners.get(thing)).find((owner) => owner !== undefined);
    if (kept === undefined || arrived === undefined) return result;
    const again = { ...item, pendingId: kept.event.id };
    const [settled] = arrived === item.customerKey ? await settleBatch(deps, [again]) : await refuseAsForeign(deps, again);
    return settled ?? result;
  }));
}

/** A lone event whose new thing has a name that is taken: where that is another customer's, the event is refused. Null where it is not. */
async function refuseForeign(deps: AdjudicationDeps, [item]: readonly WorkItem[]): Promise<ItemResult[] | null> {
  if (item?.kind !== 'event') return null;
  const owners = await deps.files.findOwners(listNamedThings(item.event).things);
  return [...owners.values()].some((owner) => owner !== item.customerKey) ? refuseAsForeign(deps, item) : null;
}

async function refuseAsForeign(deps: AdjudicationDeps, item: EventItem): Promise<ItemResult[]> {
  const refusal = { status: 'rejected', code: 'OWNER_MISMATCH', message: 'What this event names belongs to another customer.' } as const;
  const kept = keepEvent(item, { ...refusal, waitsFor: [] });
  await deps.pending.save([kept.event], [kept.personal]);
  if (item.pendingId !== undefined) await deps.pending.remove([item.pendingId]);
  return [refusal];
}

/** Counts what committed and tells the queue. A queue that is away loses nothing: the relay finds the rows. */
function announce(deps: AdjudicationDeps, unit: Unit): void {
  for (const { program, decision } of unit.decisions) deps.telemetry.countClaims(program, decision.disposition, 1);
  void announceMessages(deps.queue, unit.outbox).then((failed) => {
    if (failed.length > 0) deps.log.warn({ messages: failed.length }, 'The queue is away; effects wait in the outbox.');
  });
}

function isTooLarge(unit: Unit): boolean {
  return countDocuments(unit) > UNIT_DOCUMENTS || estimateBytes(unit) > UNIT_BYTES;
}

function giveUp(item: WorkItem): ItemResult {
  const detail = 'Too many changes to this customer arrived at once. Nothing was written; send the request again.';
  return refuse(item, new AppError('CONFLICT', detail, { retryAfterSeconds: 1 }));
}

function refuse(item: WorkItem, error: AppError<'CONFLICT' | 'INTERNAL'>): ItemResult {
  return item.kind === 'event' ? { status: 'rejected', code: error.code, message: error.message } : { status: 'refused', error };
}
