import type { CustomerKey, Order } from '../../core/customers/customer-file.ts';
import { WorkingFile, thingKey } from '../../core/customers/working-file.ts';
import { HISTORY_MS } from '../../core/records/bound-history.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import { Batch } from './batch.ts';
import type { WorkItem } from './work-item.ts';

/** The one read phase of a batch: customers' revisions first, then everything that facts read about them, in bulk. */
export async function readBatch(deps: AdjudicationDeps, items: readonly WorkItem[]): Promise<Batch> {
  const at = deps.clock.now();
  const customerKeys = [...new Set(items.map((item) => item.customerKey))];
  const programs = [...new Set(customerKeys.map((key) => key.slice(0, key.indexOf('/'))))];
  const deciding = items.filter((item) => item.kind !== 'event' || item.event.kind === 'generation.failed');
  const decides = deciding.length > 0;
  const sinceAt = Math.min(at - HISTORY_MS, ...listPaidAt(items));
  // Only a customer's own things have to wait for the revision; everything else is read beside it, in one round trip less.
  const [loaded, receipts, answers, incidents, activations] = await Promise.all([
    deps.files.load(customerKeys, listGenerationKeys(items)),
    deps.reads.findReceipts(items.flatMap((item) => (item.kind === 'event' ? [item.event.eventKey] : []))),
    findAnswers(deps, items),
    decides ? deps.incidents.load(programs, sinceAt) : [],
    decides ? deps.catalogue.loadActivations(programs) : { byPolicy: new Map() },
  ]);
  const files = new Map([...loaded].map(([key, file]) => [key, new WorkingFile(file, false)]));
  await loadCases(deps, items, files);
  const oldestAt = Math.min(sinceAt, ...deciding.map((item) => findPaidAt(files, item) ?? sinceAt));
  // A claim about an order that old is rare: only it costs another round trip.
  const reaching = oldestAt < sinceAt ? await deps.incidents.load(programs, oldestAt) : incidents;
  return new Batch({ at, files, receipts, answers, incidents: reaching, activations }, deps.ids);
}

/** When the orders were paid that the items bring along. */
function listPaidAt(items: readonly WorkItem[]): number[] {
  return items.flatMap((item) => (item.kind === 'event' && item.event.kind === 'order.paid' ? [item.event.time] : []));
}

/** When the oldest order was paid by which an item may be decided: outages since then matter. */
function findPaidAt(files: ReadonlyMap<CustomerKey, WorkingFile>, item: WorkItem): number | undefined {
  const file = files.get(item.customerKey);
  if (file === undefined) return undefined;
  const paidAt = listConcerned(file, item).map((order) => order.paidAt);
  return paidAt.length === 0 ? undefined : Math.min(...paidAt);
}

function listConcerned(file: WorkingFile, item: WorkItem): readonly Readonly<Order>[] {
  const id = findSubjectId(file, item);
  const generation = id === undefined ? undefined : file.findGeneration(id);
  if (generation !== undefined) return generation.consumption.flatMap(({ lotId }) => file.findOrder(lotId) ?? []);
  const order = id === undefined ? undefined : file.findOrder(id);
  // A generation that is charged in this very batch may be paid from any of them.
  return order === undefined ? file.listOrders() : [order];
}

function findSubjectId(file: WorkingFile, item: WorkItem): string | undefined {
  if (item.kind === 'claim') return item.claim.subject.id;
  if (item.kind === 'information') return file.cases.get(item.caseId)?.claim.subject.id;
  return 'generationId' in item.event.data ? item.event.data.generationId : undefined;
}

function listGenerationKeys(items: readonly WorkItem[]): string[] {
  const keys = items.flatMap((item) => {
    if (item.kind === 'claim')
      return item.claim.subject.type === 'generation' ? [thingKey(item.program, item.claim.subject.id)] : [];
    if (item.kind === 'information')
      return item.generationId === undefined
        ? []
        : [thingKey(item.customerKey.slice(0, item.customerKey.indexOf('/')), item.generationId)];
    return 'generationId' in item.event.data ? [thingKey(item.event.program, item.event.data.generationId)] : [];
  });
  return [...new Set(keys)];
}

async function findAnswers(deps: AdjudicationDeps, items: readonly WorkItem[]): Promise<Batch['input']['answers']> {
  const byScope = new Map<string, string[]>();
  for (const item of items) {
    if (item.kind === 'event' || item.idempotency === undefined) continue;
    byScope.set(item.idempotency.scope, [...(byScope.get(item.idempotency.scope) ?? []), item.idempotency.key]);
  }
  const found = await Promise.all(
    [...byScope].map(async ([scope, keys]) => [...(await deps.reads.findIdempotency(scope, keys)).values()]),
  );
  return new Map(found.flat().map((record) => [`${record.scope} ${record.key}`, record]));
}

/** Loads the cases that an item may change: the one it completes, and open ones that it may supersede or end. */
async function loadCases(
  deps: AdjudicationDeps,
  items: readonly WorkItem[],
  files: ReadonlyMap<CustomerKey, WorkingFile>,
): Promise<void> {
  const wanted = new Set<string>();
  for (const item of items) {
    if (item.kind === 'information') wanted.add(item.caseId);
    if (item.kind === 'event' && item.event.kind !== 'dispute.closed') continue;
    for (const open of files.get(item.customerKey)?.customer.openCases ?? []) wanted.add(open.caseId);
  }
  if (wanted.size === 0) return;
  for (const kase of (await deps.files.loadCases([...wanted])).values())
    files.get(kase.customerKey)?.cases.set(kase.id, kase);
}
