import type { Order } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { ACCOUNTS, moveAmount, providerAccount, type EntryDraft } from '../ledger/draft-entry.ts';
import { countVoided, voidLot } from '../ledger/void-lot.ts';
import { formatMoney } from '../money/format-money.ts';
import { EXTERNAL_REFUND_KEYS } from '../payouts/refund-entries.ts';
import { sumReturnedMinor, updateOverRefunded } from '../payouts/over-refunded.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { NOTHING_MOVED, rejectEvent, type EventOutcome } from './event-outcome.ts';

/** Marks an order as a fault of the processor. The order that it duplicates must be known, the customer's, and no duplicate itself. */
export function applyPaymentError(file: WorkingFile, event: CoreEventOf<'order.payment_error'>): EventOutcome {
  const { orderId, duplicateOfOrderId } = event.data;
  const unseen = [orderId, ...(duplicateOfOrderId === undefined ? [] : [duplicateOfOrderId])].filter(
    (id) => file.findOrder(id) === undefined,
  );
  if (unseen.length > 0)
    return {
      status: 'waiting',
      waitsFor: unseen.map((id) => nameThing('order', event.program, id)),
      message: `Order ${unseen.join(', ')} has not been seen yet.`,
    };
  if (duplicateOfOrderId === undefined) return NOTHING_MOVED;
  if (duplicateOfOrderId === orderId || file.findOrder(duplicateOfOrderId)?.duplicateOfOrderId !== undefined) {
    return rejectEvent(
      'DUPLICATE_OF_DUPLICATE',
      `Order ${duplicateOfOrderId} is itself marked a duplicate, so that nothing would be left that was meant.`,
    );
  }
  file.editOrder(orderId).duplicateOfOrderId = duplicateOfOrderId;
  return NOTHING_MOVED;
}

/**
 * Posts a refund that the provider made on its own: in full it voids what remains of the lot, in part it voids nothing and
 * a person is told. The provider's id of the refund counts once, under whatever events it comes.
 */
export function applyRefundedExternally(
  file: WorkingFile,
  event: CoreEventOf<'order.refunded_externally'>,
): EventOutcome {
  const { data, program } = event;
  const known = file.findOrder(data.orderId);
  if (known === undefined) return waitForOrder(program, data.orderId);
  if (known.currency !== data.currency)
    return rejectEvent(
      'CURRENCY_MISMATCH',
      `Order ${data.orderId} was paid in ${known.currency}, not in ${data.currency}.`,
    );
  if (data.amountMinor === 0) return NOTHING_MOVED;
  if (known.externalRefundIds?.includes(data.providerRefundId) === true)
    return rejectEvent('ALREADY_EXISTS', `Refund ${data.providerRefundId} was already reported.`);
  const own = known.ownRefunds?.find((refund) => refund.id === data.providerRefundId);
  if (own !== undefined && own.unpaid !== true) return ignoreOwn(own, data, known.currency);
  const order = file.editOrder(data.orderId);
  order.refundedExternallyMinor += data.amountMinor;
  order.externalRefundIds = [...(order.externalRefundIds ?? []), data.providerRefundId];
  order.firstRefundedAt ??= event.time;
  updateOverRefunded(order);
  const common = {
    program,
    customerKey: file.key,
    walletId: order.walletId,
    orderId: order.orderId,
    eventKey: event.eventKey,
    occurredAt: event.time,
  };
  const entries: EntryDraft[] = [
    {
      ...common,
      key: EXTERNAL_REFUND_KEYS.book(event.eventKey),
      kind: 'refunded_externally',
      postings: moveAmount(order.currency, data.amountMinor, providerAccount(order.provider), ACCOUNTS.refunds),
    },
  ];
  const full = sumReturnedMinor(order) >= order.amountMinor;
  const voided = full && order.refundingMinor === 0 ? voidLot(file.editLot(order.orderId)) : [];
  if (voided.length > 0)
    entries.push({
      ...common,
      key: EXTERNAL_REFUND_KEYS.void(event.eventKey),
      kind: 'credits_voided',
      postings: voided,
    });
  noteBooking(order, event, countVoided(voided));
  return { status: 'applied', entries, arrived: [], ...attend(order, full, own !== undefined) };
}

/** What is booked beside a refund of ours may be that very one: its id may come after the word that it settled, from another caller. */
function noteBooking(
  order: Order,
  { data, eventKey }: CoreEventOf<'order.refunded_externally'>,
  voidedCredits: number,
): void {
  if (order.refundingMinor === 0 && order.refundedMinor === 0) return;
  const booked = { id: data.providerRefundId, amountMinor: data.amountMinor, eventKey };
  order.bookedBesideOurs = [
    ...(order.bookedBesideOurs ?? []),
    voidedCredits > 0 ? { ...booked, voidedCredits } : booked,
  ];
}

/** A refund that we asked for and that its payout posts, or has posted: nothing moves, and a person looks where the amounts differ. */
function ignoreOwn(
  own: { readonly id: string; readonly amountMinor: number },
  told: { readonly amountMinor: number },
  currency: string,
): EventOutcome {
  if (own.amountMinor === told.amountMinor) return NOTHING_MOVED;
  const message = `Refund ${own.id} is one that this service asked for, over ${formatMoney(own.amountMinor, currency)}; reported are ${formatMoney(told.amountMinor, currency)}.`;
  return { ...NOTHING_MOVED, attention: { code: 'OWN_REFUND_DIFFERS', message } };
}

function attend(
  order: Readonly<Order>,
  full: boolean,
  wasOurs: boolean,
): Pick<Extract<EventOutcome, { status: 'applied' }>, 'attention'> {
  if (order.overRefundedMinor > 0) {
    return {
      attention: {
        code: 'OVER_REFUNDED',
        message: `Order ${order.orderId} gave ${formatMoney(order.overRefundedMinor, order.currency)} back beyond what was paid.`,
      },
    };
  }
  if (wasOurs) {
    return {
      attention: {
        code: 'OWN_REFUND_PAID_AFTER_ALL',
        message: `A refund of order ${order.orderId} that failed here is reported as paid; it is booked as the provider's own.`,
      },
    };
  }
  return full
    ? {}
    : {
        attention: {
          code: 'PARTIAL_EXTERNAL_REFUND',
          message: `The provider refunded part of order ${order.orderId}; its credits stay until a person decides.`,
        },
      };
}

/** The event waits for an order. */
export function waitForOrder(program: string, orderId: string): EventOutcome {
  return {
    status: 'waiting',
    waitsFor: [nameThing('order', program, orderId)],
    message: `Order ${orderId} has not been seen yet.`,
  };
}
