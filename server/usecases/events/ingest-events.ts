import { decodeEvent, nameEvent, type DomainEvent } from '../../contract/events/domain-event.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import { customerKeyOf } from '../../core/customers/working-file.ts';
import { listNamedThings, nameThing } from '../../core/events/domain-event.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { PendingEvent, PendingEvents } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Adjudicator } from '../adjudication/adjudicator.ts';
import { REUSED } from '../adjudication/keep-aside.ts';
import { keepEvent } from '../adjudication/keep-event.ts';
import type { EventResult } from '../adjudication/work-item.ts';
import { applyIncidentEvent, type IncidentDeps } from './apply-incident-event.ts';
import {
  checkEvent,
  prepareEvent,
  toItem,
  type Prepared,
  type PrepareDeps,
  type ReceivedEvent,
  type Refusal,
} from './prepare-event.ts';
import { forgetBody } from './forget-body.ts';
import { routeEvents } from './route-events.ts';

/** What taking in events needs. */
export interface IngestDeps extends IncidentDeps, PrepareDeps {
  readonly adjudicator: Pick<Adjudicator, 'submitEvent'>;
  readonly files: Pick<CustomerFiles, 'findOwners' | 'load'>;
  readonly pending: PendingEvents;
  readonly personal: Pick<PersonalData, 'read' | 'remove' | 'erase'>;
  readonly clock: Clock;
}

/** An event that does not fit the contract, kept where its program is known. */
export interface InvalidEvent {
  readonly index: number;
  readonly id: string;
  readonly code: 'INVALID_EVENT';
  readonly message: string;
  readonly raw: unknown;
  readonly program?: string;
  /** As sent, where they can be read. */
  readonly source?: string;
  readonly type?: string;
}

/** The reply to a request with events. A waiting event counts as accepted. */
export interface IngestReply {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: { readonly index: number; readonly id: string; readonly code: string; readonly message: string }[];
}

/** Takes in a request's events: each is applied, kept waiting, counted as a duplicate, or refused by itself. Nothing is lost. */
export async function ingestEvents(
  deps: IngestDeps,
  received: readonly ReceivedEvent[],
  invalid: readonly InvalidEvent[] = [],
): Promise<IngestReply> {
  const receivedAt = deps.clock.now();
  const results = await settleEvents(deps, received, receivedAt);
  await keepInvalid(deps, invalid, receivedAt);
  const arrived = await Promise.all(results.map((result, at) => listArrived(deps, result, received[at])));
  await wakeWaiting(deps, arrived.flat());
  const count = (status: EventResult['status']) => results.filter((result) => result.status === status).length;
  const rejected = results.flatMap((result, at) => {
    const source = received[at];
    return result.status === 'rejected' && source !== undefined
      ? [{ index: source.index, id: source.event.id, code: result.code, message: result.message }]
      : [];
  });
  return {
    accepted: count('accepted') + count('waiting'),
    duplicates: count('duplicate'),
    rejected: [...rejected, ...invalid.map(({ index, id, code, message }) => ({ index, id, code, message }))].sort(
      (a, b) => a.index - b.index,
    ),
  };
}

/** What others may wait for. A repeated event counts too: the first time, whoever woke them may have died between commit and waking. */
async function listArrived(
  deps: Pick<IngestDeps, 'files'>,
  result: EventResult,
  source: ReceivedEvent | undefined,
): Promise<readonly string[]> {
  if (result.status === 'accepted') return result.arrived;
  if (result.status !== 'duplicate' || source === undefined) return [];
  const { type, program, data } = source.event;
  const isWon = type === 'redress.dispute.closed' && data.outcome === 'won';
  return isWon ? listWallets(deps, program, data.orderId) : listThings(source.event);
}

/** The wallet of an order, to which a dispute that was won gives back what it held; its event does not name it. */
async function listWallets(
  { files }: Pick<IngestDeps, 'files'>,
  program: string,
  orderId: string,
): Promise<readonly string[]> {
  const [owner] = (await files.findOwners([nameThing('order', program, orderId)])).values();
  const file = owner === undefined ? undefined : (await files.load([owner], [], ['orders'])).get(owner);
  const order = file?.orders.get(orderId);
  return order === undefined ? [] : [nameThing('wallet', program, order.walletId)];
}

function listThings({ type, program, data }: DomainEvent): string[] {
  if (type === 'redress.order.paid')
    return [nameThing('order', program, data.orderId), nameThing('wallet', program, data.walletId)];
  if (type === 'redress.credits.granted') return [nameThing('wallet', program, data.walletId)];
  if (type === 'redress.dispute.opened') return [nameThing('dispute', program, data.disputeId)];
  return type === 'redress.generation.charged' ? [nameThing('generation', program, data.generationId)] : [];
}

async function settleEvents(deps: IngestDeps, received: readonly ReceivedEvent[], now: number): Promise<EventResult[]> {
  const refusals = await Promise.all(received.map(({ event }) => checkEvent(deps, event, now)));
  const prepared = received.map((one) => prepareEvent(deps, one, one.receivedAt ?? now));
  const owners = await routeEvents(
    deps.files,
    prepared.flatMap((item) => ('incident' in item ? [] : [item.core.event])),
  );
  const inTurn = createTurns();
  let next = 0;
  return Promise.all(
    prepared.map(async (item, index): Promise<EventResult> => {
      const owner = 'incident' in item ? undefined : owners[next++];
      const refusal = refusals[index];
      if (refusal !== null && refusal !== undefined) return keepRefused(deps, item, refusal);
      // Neither incidents nor rows of events for nobody known are under a customer's guard.
      if ('incident' in item) return inTurn('incidents', () => applyIncident(deps, item));
      const eventItem = toItem(item, owner);
      return owner === undefined || eventItem === null
        ? inTurn(item.core.event.eventKey, () => waitForOwner(deps, item))
        : deps.adjudicator.submitEvent(eventItem);
    }),
  );
}

/** Runs what has the same key one after the other, in the order in which it came. */
function createTurns(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, run) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(run);
    last.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  };
}

async function applyIncident(deps: IngestDeps, item: Extract<Prepared, { incident: unknown }>): Promise<EventResult> {
  const result = await applyIncidentEvent(deps, item.incident, item.digest, item.receivedAt);
  if (result.status === 'rejected')
    await keepRow(deps, item, { status: 'rejected', code: result.code, message: result.message, waitsFor: [] });
  else if (item.source.pendingId !== undefined) await deps.pending.remove([item.source.pendingId]);
  return result;
}

async function keepRefused(deps: IngestDeps, item: Prepared, refusal: Refusal): Promise<EventResult> {
  if (refusal.code !== 'PROGRAM_NOT_FOUND') await keepRow(deps, item, { status: 'rejected', ...refusal, waitsFor: [] });
  return { status: 'rejected', ...refusal };
}

/** Keeps an event beside any customer's lane, under the key of the customer whom it names, so that an erasure finds it; a row that it takes the place of goes. */
async function keepRow(
  deps: IngestDeps,
  { source, digest, receivedAt, ...rest }: Prepared,
  why: Parameters<typeof keepEvent>[1],
): Promise<PendingEvent> {
  const { event, raw, attempts = 0, pendingId } = source;
  const customerId = 'core' in rest ? listNamedThings(rest.core.event).customerId : undefined;
  const kept = keepEvent(
    {
      ...(customerId === undefined ? {} : { customerKey: customerKeyOf(event.program, customerId) }),
      event: { program: event.program, eventKey: event.eventKey, time: event.time, receivedAt },
      type: event.type,
      digest,
      raw,
      attempts,
    },
    why,
  );
  await deps.pending.save([kept.event], [kept.personal]);
  if (pendingId !== undefined && pendingId !== kept.event.id) await deps.pending.remove([pendingId]);
  return kept.event;
}

/** Keeps an event that names nobody known, then looks again: what it needs may have arrived while it was being kept. */
async function waitForOwner(deps: IngestDeps, item: Extract<Prepared, { core: unknown }>): Promise<EventResult> {
  const { event } = item.core;
  const twin = item.source.pendingId === event.eventKey ? null : await deps.pending.find(event.eventKey);
  if (twin !== null) return twin.digest === item.digest ? { status: 'duplicate' } : keepRefused(deps, item, REUSED);
  const kept = await keepRow(deps, item, {
    status: 'waiting',
    code: 'WAITING',
    message: 'What this event is about has not been seen yet.',
    waitsFor: listNamedThings(event).needs,
  });
  const [owner] = await routeEvents(deps.files, [event]);
  const again = toItem({ ...item, source: { ...item.source, pendingId: kept.id } }, owner);
  return again === null ? { status: 'waiting' } : deps.adjudicator.submitEvent(again);
}

/** Keeps what does not fit the contract, where its program is known, so that a person can see it. */
async function keepInvalid(deps: IngestDeps, invalid: readonly InvalidEvent[], receivedAt: number): Promise<void> {
  const rows = [];
  for (const { id, code, message, raw, program, source, type } of invalid) {
    if (program === undefined || !(await deps.catalogue.hasProgram(program))) continue;
    const digest = sha256Hex(JSON.stringify(raw));
    const customerId = findCustomerId(raw);
    rows.push(
      keepEvent(
        {
          ...(customerId === null ? {} : { customerKey: customerKeyOf(program, customerId) }),
          event: { program, eventKey: nameEvent(program, source ?? 'invalid', id), time: receivedAt, receivedAt },
          type: type ?? 'invalid',
          digest,
          raw,
          attempts: 0,
        },
        { status: 'rejected', code, message, waitsFor: [] },
      ),
    );
  }
  if (rows.length > 0)
    await deps.pending.save(
      rows.map((row) => row.event),
      rows.map((row) => row.personal),
    );
}

/** The customer whom an event that does not fit the contract names all the same: erasing them must reach what it says. */
function findCustomerId(raw: unknown): string | null {
  const data = isRecord(raw) ? raw['data'] : undefined;
  const read = idSchema.safeParse(isRecord(data) ? data['customerId'] : undefined);
  return read.success ? read.data : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Tries the events again that waited for what has arrived, and those that they in turn were waited for. */
export async function wakeWaiting(deps: IngestDeps, arrived: readonly string[]): Promise<void> {
  if (arrived.length === 0) return;
  await replayPending(deps, await deps.pending.findWaitingFor([...new Set(arrived)]));
}

/** Takes kept events in again, oldest first by their own time. One that still cannot be applied stays kept. */
export async function replayPending(deps: IngestDeps, rows: readonly PendingEvent[]): Promise<IngestReply> {
  const ordered = [...rows].sort((a, b) => a.occurredAt - b.occurredAt);
  const bodies = await deps.personal.read(ordered.map((row) => row.personalId));
  const again = ordered.flatMap((row, index): ReceivedEvent[] => {
    const raw = bodies.get(row.personalId);
    const decoded = raw === undefined ? null : decodeEvent(raw);
    return decoded?.ok === true
      ? [{ index, event: decoded.event, raw, attempts: row.attempts, pendingId: row.id, receivedAt: row.receivedAt }]
      : [];
  });
  // Rows and bodies are saved together, so that one without the other was erased: nobody can apply it any more.
  await deps.pending.remove(ordered.flatMap((row) => (bodies.has(row.personalId) ? [] : [row.id])));
  if (again.length === 0) return { accepted: 0, duplicates: 0, rejected: [] };
  const reply = await ingestEvents(deps, again);
  await forgetBodies(deps, ordered);
  return reply;
}

async function forgetBodies(deps: IngestDeps, rows: readonly PendingEvent[]): Promise<void> {
  for (const row of rows) {
    if ((await deps.pending.find(row.id)) === null) await forgetBody(deps.personal, row);
  }
}
