import { decodeEvent, type DomainEvent } from '../../contract/events/domain-event.ts';
import { digestOf, sha256Hex } from '../../core/audit/canonical-document.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { listNamedThings } from '../../core/events/domain-event.ts';
import type { RejectionCode } from '../../core/events/event-outcome.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { PendingEvent, PendingEvents } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import type { CalendarLibrary, Clock, Pseudonyms } from '../../ports/platform.ts';
import type { Adjudicator } from '../adjudication/adjudicator.ts';
import { keepEvent } from '../adjudication/keep-event.ts';
import type { EventItem, EventResult } from '../adjudication/work-item.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';
import { depersonaliseEvent } from './depersonalise-event.ts';
import { applyIncidentEvent, isIncidentEvent, type IncidentDeps } from './apply-incident-event.ts';
import { routeEvents } from './route-events.ts';

/** How far ahead of the clock an event's time may be. */
export const FUTURE_MS = 5 * 60_000;

/** What taking in events needs. */
export interface IngestDeps extends IncidentDeps {
  readonly adjudicator: Pick<Adjudicator, 'submitEvent'>;
  readonly files: Pick<CustomerFiles, 'findOwners'>;
  readonly pending: PendingEvents;
  readonly personal: Pick<PersonalData, 'read'>;
  readonly catalogue: Pick<PolicyCatalogue, 'hasProgram'>;
  readonly calendars: Pick<CalendarLibrary, 'isZone'>;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
}

/** A decoded event with its place in the request and its body as received. */
export interface ReceivedEvent { readonly index: number; readonly event: DomainEvent; readonly raw: unknown; readonly attempts?: number; readonly pendingId?: string }

/** An event that does not fit the contract, kept where its program is known. */
export interface InvalidEvent { readonly index: number; readonly id: string; readonly code: 'INVALID_EVENT'; readonly message: string; readonly raw: unknown; readonly program?: string }

/** The reply to a request with events. A waiting event counts as accepted. */
export interface IngestReply {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: { readonly index: number; readonly id: string; readonly code: string; readonly message: string }[];
}

/** Takes in a request's events: each is applied, kept waiting, counted as a duplicate, or refused by itself. Nothing is lost. */
export async function ingestEvents(deps: IngestDeps, received: readonly ReceivedEvent[], invalid: readonly InvalidEvent[] = []): Promise<IngestReply> {
  const receivedAt = deps.clock.now();
  const results = await settleEvents(deps, received, receivedAt);
  await keepInvalid(deps, invalid, receivedAt);
  await wakeWaiting(deps, results.flatMap((result) => (result.status === 'accepted' ? result.arrived : [])));
  const count = (status: EventResult['status']) => results.filter((result) => result.status === status).length;
  const rejected = results.flatMap((result, at) => {
    const source = received[at];
    return result.status === 'rejected' && source !== undefined ? [{ index: source.index, id: source.event.id, code: result.code, message: result.message }] : [];
  });
  return {
    accepted: count('accepted') + count('waiting'), duplicates: count('duplicate'),
    rejected: [...rejected, ...invalid.map(({ index, id, code, message }) => ({ index, id, code, message }))].sort((a, b) => a.index - b.index),
  };
}

async function settleEvents(deps: IngestDeps, received: readonly ReceivedEvent[], receivedAt: number): Promise<EventResult[]> {
  const refusals = await Promise.all(received.map(({ event }) => checkEvent(deps, event, receivedAt)));
  const prepared = received.map((one) => prepare(deps, one, receivedAt));
  const owners = await routeEvents(deps.files, prepared.flatMap((item) => ('incident' in item ? [] : [item.core.event])));
  let next = 0;
  return Promise.all(prepared.map(async (item, index): Promise<EventResult> => {
    const owner = 'incident' in item ? undefined : owners[next++];
    const refusal = refusals[index];
    if (refusal !== null && refusal !== undefined) return keepRefused(deps, item.source, item.digest, refusal, receivedAt);
    if ('incident' in item) return applyIncidentEvent(deps, item.incident, item.digest, receivedAt);
    const eventItem = toItem(item, owner);
    return owner === undefined || eventItem === null ? waitForOwner(deps, item, receivedAt) : deps.adjudicator.submitEvent(eventItem);
  }));
}

type Prepared = { readonly source: ReceivedEvent; readonly digest: string } & (
  | { readonly incident: Extract<DomainEvent, { type: `redress.incident.${string}` }> }
  | { readonly core: ReturnType<typeof depersonaliseEvent> });

function prepare(deps: IngestDeps, source: ReceivedEvent, receivedAt: number): Prepared {
  const { event } = source;
  const digest = digestOf('event', canonicalise({ type: event.type, time: event.time, data: event.data }));
  return isIncidentEvent(event) ? { source, digest, incident: event } : { source, digest, core: depersonaliseEvent(event, receivedAt, deps.pseudonyms) };
}

function toItem(item: Extract<Prepared, { core: unknown }>, customerKey: CustomerKey | undefined): EventItem | null {
  if (customerKey === undefined) return null;
  const { source, core, digest } = item;
  return {
    kind: 'event', customerKey, event: core.event, type: source.event.type, digest, raw: source.raw, personal: core.toVault(customerKey), attempts: source.attempts ?? 0,
    ...(source.pendingId === undefined ? {} : { pendingId: source.pendingId }),
  };
}

interface Refusal { readonly code: RejectionCode; readonly message: string }

async function checkEvent(deps: IngestDeps, event: DomainEvent, receivedAt: number): Promise<Refusal | null> {
  if (!(await deps.catalogue.hasProgram(event.program))) return { code: 'PROGRAM_NOT_FOUND', message: `There is no program ${event.program}.` };
  if (event.time > receivedAt + FUTURE_MS) return { code: 'TIME_IN_FUTURE', message: 'The event’s time is more than 5 minutes ahead of the service’s clock.' };
  if (event.type === 'redress.customer.updated' && event.data.timezone !== undefined && !deps.calendars.isZone(event.data.timezone)) {
    return { code: 'UNKNOWN_ZONE', message: `${event.data.timezone} is not an IANA time zone.` };
  }
  return null;
}

async function keepRefused(deps: IngestDeps, source: ReceivedEvent, digest: string, refusal: Refusal, receivedAt: number): Promise<EventResult> {
  if (refusal.code !== 'PROGRAM_NOT_FOUND') {
    const kept = keepEvent(describe(source, digest, receivedAt), { status: 'rejected', ...refusal, waitsFor: [] });
    await deps.pending.save([kept.event], [kept.personal]);
  }
  return { status: 'rejected', ...refusal };
}

function describe(source: ReceivedEvent, digest: string, receivedAt: number): Parameters<typeof keepEvent>[0] {
  const { event } = source;
  return { event: { program: event.program, eventKey: event.eventKey, time: event.time, receivedAt }, type: event.type, digest, raw: source.raw, attempts: source.attempts ?? 0 };
}

/** Keeps an event that names nobody known, then looks again: what it needs may have arrived while it was being kept. */
async function waitForOwner(deps: IngestDeps, item: Extract<Prepared, { core: unknown }>, receivedAt: number): Promise<EventResult> {
  const { event } = item.core;
  const kept = keepEvent(describe(item.source, item.digest, receivedAt), {
    status: 'waiting', code: 'WAITING', message: 'What this event is about has not been seen yet.', waitsFor: listNamedThings(event).needs,
  });
  await deps.pending.save([kept.event], [kept.personal]);
  const [owner] = await routeEvents(deps.files, [event]);
  const again = toItem({ ...item, source: { ...item.source, pendingId: kept.event.id } }, owner);
  return again === null ? { status: 'waiting' } : deps.adjudicator.submitEvent(again);
}

/** Keeps what does not fit the contract, where its program is known, so that a person can see it. */
async function keepInvalid(deps: IngestDeps, invalid: readonly InvalidEvent[], receivedAt: number): Promise<void> {
  const rows = [];
  for (const { id, code, message, raw, program } of invalid) {
    if (program === undefined || !(await deps.catalogue.hasProgram(program))) continue;
    const digest = sha256Hex(JSON.stringify(raw));
    rows.push(keepEvent({ event: { program, eventKey: `${program}/invalid/${id}`, time: receivedAt, receivedAt }, type: 'invalid', digest, raw, attempts: 0 }, { status: 'rejected', code, message, waitsFor: [] }));
  }
  if (rows.length > 0) await deps.pending.save(rows.map((row) => row.event), rows.map((row) => row.personal));
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
    return decoded?.ok === true ? [{ index, event: decoded.event, raw, attempts: row.attempts, pendingId: row.id }] : [];
  });
  return again.length === 0 ? { accepted: 0, duplicates: 0, rejected: [] } : ingestEvents(deps, again);
}
