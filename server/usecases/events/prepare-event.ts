import type { DomainEvent } from '../../contract/events/domain-event.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { RejectionCode } from '../../core/events/event-outcome.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CalendarLibrary, Pseudonyms } from '../../ports/platform.ts';
import type { EventItem } from '../adjudication/work-item.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';
import { isIncidentEvent } from './apply-incident-event.ts';
import { depersonaliseEvent } from './depersonalise-event.ts';

/** How far ahead of the clock an event's time may be. */
export const FUTURE_MS = 5 * 60_000;

/** What looking at an event before it is routed needs. */
export interface PrepareDeps {
  readonly catalogue: Pick<PolicyCatalogue, 'hasProgram'>;
  readonly calendars: Pick<CalendarLibrary, 'isZone'>;
  readonly pseudonyms: Pseudonyms;
}

/** A decoded event with its place in the request and its body as received; of a kept one also its row and its first receipt. */
export interface ReceivedEvent {
  readonly index: number;
  readonly event: DomainEvent;
  readonly raw: unknown;
  readonly attempts?: number;
  readonly pendingId?: string;
  /** Versions and clocks go by the first receipt, however late an event can be applied; epoch ms. */
  readonly receivedAt?: number;
}

/** An event of a request, ready to be routed: its digest, and what of it the core may see. */
export type Prepared = { readonly source: ReceivedEvent; readonly digest: string; readonly receivedAt: number } & (
  | { readonly incident: Extract<DomainEvent, { type: `redress.incident.${string}` }> }
  | { readonly core: ReturnType<typeof depersonaliseEvent> }
);

/** Takes the digest of an event and the personal data out of it. */
export function prepareEvent(
  deps: Pick<PrepareDeps, 'pseudonyms'>,
  source: ReceivedEvent,
  receivedAt: number,
): Prepared {
  const { event } = source;
  const digest = digestOf('event', canonicalise({ type: event.type, time: event.time, data: event.data }));
  return isIncidentEvent(event)
    ? { source, digest, receivedAt, incident: event }
    : { source, digest, receivedAt, core: depersonaliseEvent(event, receivedAt, deps.pseudonyms) };
}

/** The event as an item of its customer's lane; null where nobody is known. */
export function toItem(
  item: Extract<Prepared, { core: unknown }>,
  customerKey: CustomerKey | undefined,
): EventItem | null {
  if (customerKey === undefined) return null;
  const { source, core, digest } = item;
  return {
    kind: 'event',
    customerKey,
    event: core.event,
    type: source.event.type,
    digest,
    raw: source.raw,
    personal: core.toVault(customerKey),
    attempts: source.attempts ?? 0,
    ...(source.pendingId === undefined ? {} : { pendingId: source.pendingId }),
  };
}

/** Why an event is not even looked at. */
export interface Refusal {
  readonly code: RejectionCode;
  readonly message: string;
}

/** Refuses what no customer's file is needed to refuse. */
export async function checkEvent(deps: PrepareDeps, event: DomainEvent, receivedAt: number): Promise<Refusal | null> {
  if (!(await deps.catalogue.hasProgram(event.program)))
    return { code: 'PROGRAM_NOT_FOUND', message: `There is no program ${event.program}.` };
  if (event.time > receivedAt + FUTURE_MS)
    return { code: 'TIME_IN_FUTURE', message: 'The event’s time is more than 5 minutes ahead of the service’s clock.' };
  if (
    event.type === 'redress.customer.updated' &&
    event.data.timezone !== undefined &&
    !deps.calendars.isZone(event.data.timezone)
  ) {
    return { code: 'UNKNOWN_ZONE', message: `${event.data.timezone} is not an IANA time zone.` };
  }
  return null;
}
