import type { DomainEvent } from '../../contract/events/domain-event.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { CoreEvent, EventData } from '../../core/events/domain-event.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { Pseudonyms } from '../../ports/platform.ts';

/** An event that concerns a customer, addresses and numbers replaced by keyed hashes, and what goes to the vault instead. */
export interface DepersonalisedEvent {
  readonly event: CoreEvent;
  /** Rows for the vault once the owner is known. */
  readonly toVault: (owner: CustomerKey) => PersonalRow[];
}

type CustomerEvent = Exclude<DomainEvent, { type: 'redress.incident.opened' | 'redress.incident.closed' }>;

/** Takes the personal data out of an event. */
export function depersonaliseEvent(
  event: CustomerEvent,
  receivedAt: number,
  pseudonyms: Pseudonyms,
): DepersonalisedEvent {
  const head = { program: event.program, eventKey: event.eventKey, time: event.time, receivedAt };
  switch (event.type) {
    case 'redress.customer.updated': {
      const { emails, phone, program: _, ...rest } = event.data;
      const data: EventData['customer.updated'] = {
        ...rest,
        emailHashes: emails.map((email) => pseudonyms.hashEmail(email)),
        ...(phone === undefined ? {} : { phoneHash: pseudonyms.hashPhone(phone) }),
      };
      return {
        event: { ...head, kind: 'customer.updated', data },
        toVault: (owner) => [
          { id: `profile/${event.eventKey}`, owner, kind: 'profile', content: { emails, phone }, at: receivedAt },
        ],
      };
    }
    case 'redress.order.paid': {
      const { payerEmail, withdrawalWaiver, program: _, ...rest } = event.data;
      const data: EventData['order.paid'] = {
        ...rest,
        ...(payerEmail === undefined ? {} : { payerEmailHash: pseudonyms.hashEmail(payerEmail) }),
        ...(withdrawalWaiver === undefined ? {} : { withdrawalWaivedAt: withdrawalWaiver.acceptedAt }),
      };
      return {
        event: { ...head, kind: 'order.paid', data },
        toVault: (owner) =>
          payerEmail === undefined
            ? []
            : [{ id: `payer/${event.eventKey}`, owner, kind: 'order_payer', content: { payerEmail }, at: receivedAt }],
      };
    }
    default: {
      const { program: _, ...data } = event.data;
      // Each type's data without `program` is the core's data of that kind; the pairing is the table of event types.
      return { event: { ...head, kind: event.type.slice('redress.'.length), data } as CoreEvent, toVault: () => [] };
    }
  }
}
