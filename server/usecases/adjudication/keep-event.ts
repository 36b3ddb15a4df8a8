import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { PendingEvent } from '../../ports/pending-events.ts';
import type { PersonalOwner, PersonalRow } from '../../ports/personal-data.ts';

/** What is known of an event that could not be applied. */
export interface KeptEvent {
  readonly customerKey?: CustomerKey;
  readonly event: {
    readonly program: string;
    readonly eventKey: string;
    readonly time: number;
    readonly receivedAt: number;
  };
  readonly type: string;
  readonly digest: string;
  readonly raw: unknown;
  readonly attempts: number;
}

/** Whoever kept an event has just looked whether what it needs is there; the sweep need not look at once again, ms. */
const FIRST_LOOK_MS = 5_000;

/** A row that a person can see and replay, and the event itself for the vault, under the customer's key or its own where nobody is known. */
export function keepEvent(
  item: KeptEvent,
  why: Pick<PendingEvent, 'status' | 'code' | 'message' | 'waitsFor'>,
): { event: PendingEvent; personal: PersonalRow } {
  const { event } = item;
  // A rejected event does not consume its identity: another body under the same id is another row, the same body the same row.
  // What was applied is listed beside that, or a refused event that is replayed would meet its own row.
  const id =
    why.status === 'waiting'
      ? event.eventKey
      : `${event.eventKey}#${why.status === 'attention' ? why.status : item.digest.slice(0, 16)}`;
  const owner: PersonalOwner = item.customerKey ?? `event:${id}`;
  // The body may outlive its row for a moment; the same event, kept again later, has a body of its own.
  const personalId = `raw/${id}@${event.receivedAt}-${item.attempts}`;
  return {
    event: {
      id,
      program: event.program,
      eventKey: event.eventKey,
      type: item.type,
      digest: item.digest,
      status: why.status,
      code: why.code,
      message: why.message,
      waitsFor: why.waitsFor,
      ...(item.customerKey === undefined ? {} : { customerKey: item.customerKey }),
      personalId,
      occurredAt: event.time,
      receivedAt: event.receivedAt,
      attempts: item.attempts + 1,
      ...(why.status === 'waiting' || why.waitsFor.length > 0 ? { dueAt: event.receivedAt + FIRST_LOOK_MS } : {}),
    },
    personal: { id: personalId, owner, kind: 'raw_event', content: item.raw, at: event.receivedAt },
  };
}
