import { AppError } from '../../contract/error-registry.ts';
import { listNamedThings } from '../../core/events/domain-event.ts';
import type { Unit } from '../../ports/unit-of-work.ts';
import { announceMessages } from '../outbox/announce-messages.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import { isTooLarge, type Batch } from './batch.ts';
import { isOutdated } from './is-outdated.ts';
import { keepAside, refuseAsForeign } from './keep-aside.ts';
import { keepEvent } from './keep-event.ts';
import { pauseWithJitter } from './pause-with-jitter.ts';
import { readBatch } from './read-batch.ts';
import { workClaim } from './work-claim.ts';
import { workEvent } from './work-event.ts';
import { workInformation } from './work-information.ts';
import type { ItemResult, WorkItem } from './work-item.ts';

/** Tries of a lone item before it gives up (503; an event waits). */
const LONE_TRIES = 10;
/** Times that a whole batch is read and decided again before it is halved. */
const BATCH_TRIES = 2;
/** Tries in a row of a lone item that meet a taken name: a race is over by then, so the name is taken for good. */
const TAKEN_TRIES = 3;

/** How one try of a batch ended; `done` has the results in order, and the batch that may hold events to keep. */
type Attempt =
  | { readonly end: 'done'; readonly batch: Batch; readonly results: readonly ItemResult[] }
  | { readonly end: 'conflict' | 'duplicate' | 'too_large' }
  | { readonly end: 'broken'; readonly error: unknown; readonly batch?: Batch };

/** What came before a try: `tries` of the same items, of which the last `taken` in a row met a name that is taken. */
interface Past {
  readonly tries: number;
  readonly taken: number;
}

/**
 * Reads, decides and commits a batch by the conflict protocol: a lost guard or a write conflict reads and decides again, whole, twice,
 * then halves; any other abort halves at once, until the guilty item is alone. Alone it is tried again while that may help.
 * Items of one customer keep their order.
 * Throws STORE_UNAVAILABLE alone: the database being away is everybody's trouble, whatever else goes wrong is one item's.
 */
export async function settleBatch(
  deps: AdjudicationDeps,
  items: readonly WorkItem[],
  past: Past = { tries: 0, taken: 0 },
): Promise<ItemResult[]> {
  const attempt = await tryBatch(deps, items);
  if (attempt.end === 'done') return answer(deps, attempt.batch, items, attempt.results);
  const [first] = items;
  if (items.length > 1 || first === undefined) {
    if (attempt.end !== 'conflict' || past.tries >= BATCH_TRIES) return settleHalves(deps, items);
  } else {
    const end = await endLone(deps, first, attempt, past);
    if (end !== null) return end;
  }
  await pauseWithJitter(past.tries);
  return settleBatch(deps, items, {
    tries: past.tries + 1,
    taken: attempt.end === 'duplicate' ? past.taken + 1 : 0,
  });
}

/**
 * How a lone item ends where trying it again is of no use; null where it may be. Refused: what broke over data that nobody
 * changed since it was read; what has a name that is another customer's, or that was met taken three times in a row. Whatever
 * else failed ten times gives up for now.
 */
async function endLone(
  deps: AdjudicationDeps,
  item: WorkItem,
  attempt: Exclude<Attempt, { end: 'done' }>,
  { tries, taken }: Past,
): Promise<ItemResult[] | null> {
  if (attempt.end === 'broken') {
    const { batch, error } = attempt;
    const isTorn = batch !== undefined && (await isOutdated(deps.files, [item.customerKey], batch));
    if (!isTorn) return refuseBroken(deps, item, error);
  }
  if (attempt.end === 'duplicate') {
    const foreign = await refuseForeign(deps, item);
    if (foreign !== null) return foreign;
    const error = new Error('What it promises has the name of something that was promised before');
    if (taken + 1 >= TAKEN_TRIES) return refuseBroken(deps, item, error);
  }
  return tries + 1 >= LONE_TRIES ? giveUp(deps, item) : null;
}

/** One try: reads, works, commits. */
async function tryBatch(deps: AdjudicationDeps, items: readonly WorkItem[]): Promise<Attempt> {
  let batch: Batch | undefined;
  try {
    batch = await readBatch(deps, items);
    const results: ItemResult[] = [];
    for (const item of items) results.push(await workItem(deps, batch, item));
    const unit = batch.assemble();
    if (unit === null) return { end: 'done', batch, results };
    if (items.length > 1 && isTooLarge(unit)) return { end: 'too_large' };
    const outcome = await deps.unitOfWork.commit(unit);
    if (outcome !== 'committed') return { end: outcome };
    announce(deps, unit);
    return { end: 'done', batch, results };
  } catch (error) {
    if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE') throw error;
    return { end: 'broken', error, ...(batch === undefined ? {} : { batch }) };
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

function answer(
  deps: AdjudicationDeps,
  batch: Pick<Batch, 'kept'>,
  items: readonly WorkItem[],
  results: readonly ItemResult[],
): Promise<ItemResult[]> {
  const answered = results.flatMap((result, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ item, result }];
  });
  return keepAside(deps, batch.kept, answered, (again) => settleBatch(deps, again));
}

/** A lone event whose new thing has a name that is taken: where that is another customer's, the event is refused. Null where it is not. */
async function refuseForeign(deps: AdjudicationDeps, item: WorkItem): Promise<ItemResult[] | null> {
  if (item.kind !== 'event') return null;
  const owners = await deps.files.findOwners(listNamedThings(item.event).things);
  return [...owners.values()].some((owner) => owner !== item.customerKey) ? refuseAsForeign(deps, item, owners) : null;
}

/** Counts what committed and tells the queue. A queue that is away loses nothing: the relay finds the rows. */
function announce(deps: AdjudicationDeps, unit: Unit): void {
  for (const { program, decision } of unit.decisions) deps.telemetry.countClaims(program, decision.disposition, 1);
  void announceMessages(deps.queue, unit.outbox).then((failed) => {
    if (failed.length > 0) deps.log.warn({ messages: failed.length }, 'The queue is away; effects wait in the outbox.');
  });
}

/** Nothing was written. A claim is refused for now; an event waits, and the sweep tries it again. */
function giveUp(deps: AdjudicationDeps, item: WorkItem): Promise<ItemResult[]> {
  const detail = 'Too many changes to this customer arrived at once. Nothing was written; send the request again.';
  if (item.kind !== 'event')
    return Promise.resolve([{ status: 'refused', error: new AppError('CONFLICT', detail, { retryAfterSeconds: 1 }) }]);
  const kept = keepEvent(item, {
    status: 'waiting',
    code: 'CONFLICT',
    message: 'Too many changes to this customer arrived at once.',
    waitsFor: [],
  });
  return answer(deps, { kept: [{ item, ...kept }] }, [item], [{ status: 'waiting' }]);
}

/** By what an item can be found again. */
function nameItem(item: WorkItem): object {
  const { customerKey } = item;
  if (item.kind === 'event') return { customerKey, eventKey: item.event.eventKey, type: item.type };
  return item.kind === 'claim' ? { customerKey, subject: item.claim.subject } : { customerKey, caseId: item.caseId };
}

/** A broken invariant is one item's: nothing of it is written, and an event is kept where a person can see it. */
function refuseBroken(deps: AdjudicationDeps, item: WorkItem, error: unknown): Promise<ItemResult[]> {
  const message = 'Nothing was written. The failure was logged.';
  deps.log.error({ err: error, ...nameItem(item) }, 'An item could not be worked on; nothing was written.');
  if (item.kind !== 'event')
    return Promise.resolve([{ status: 'refused', error: new AppError('INTERNAL', message, { cause: error }) }]);
  const refusal = { status: 'rejected', code: 'INTERNAL', message } as const;
  return answer(deps, { kept: [{ item, ...keepEvent(item, { ...refusal, waitsFor: [] }) }] }, [item], [refusal]);
}
