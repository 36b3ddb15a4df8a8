import type { Lot, Order } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { holdForDisputes } from '../ledger/hold-credits.ts';
import { isPaidOtherwise, updateOverRefunded } from './over-refunded.ts';
import type { Payout } from './payout.ts';
import { draftUnbooked, draftUnbookedVoid } from './refund-entries.ts';

/**
 * Notes the provider's id of a refund, with the order too: the provider may report our own refund back as one of its own.
 * Where it did so before it answered us, and over the same amount, that booking is taken back: the payout posts the money.
 * The credits that it voided come back with it, unless the customer has the whole price all the same.
 * `at` is epoch ms; answers the entries. Another amount is left to a person, as what was returned twice.
 */
export function noteRefundId(file: WorkingFile, payout: Payout, id: string | undefined, at: number): EntryDraft[] {
  if (id === undefined) return [];
  payout.providerRefundId = id;
  if (file.findOrder(payout.orderId)?.ownRefunds?.some((refund) => refund.id === id) === true) return [];
  const order = file.editOrder(payout.orderId);
  order.ownRefunds = [...(order.ownRefunds ?? []), { id, amountMinor: payout.amountMinor }];
  const booked = order.bookedBesideOurs?.find((one) => one.id === id && one.amountMinor === payout.amountMinor);
  if (booked === undefined) return [];
  takeBackBooking(order, booked);
  const unbooked = draftUnbooked(payout, booked.eventKey, at);
  const { eventKey, voidedCredits = 0 } = booked;
  if (voidedCredits === 0 || isPaidOtherwise(order)) return [unbooked];
  const lot = file.editLot(payout.lotId);
  returnVoided(lot, order, voidedCredits);
  return [unbooked, draftUnbookedVoid(payout, lot, { eventKey, voidedCredits }, at)];
}

/** A dispute that came meanwhile found nothing to hold. */
function returnVoided(lot: Lot, { disputes }: Readonly<Order>, credits: number): void {
  lot.remaining += credits;
  lot.voided -= credits;
  holdForDisputes(lot, disputes);
}

function takeBackBooking(
  order: Order,
  { id, amountMinor }: { readonly id: string; readonly amountMinor: number },
): void {
  order.refundedExternallyMinor -= amountMinor;
  order.externalRefundIds = order.externalRefundIds?.filter((one) => one !== id) ?? [];
  order.bookedBesideOurs = order.bookedBesideOurs?.filter((one) => one.id !== id) ?? [];
  if (order.refundedMinor + order.refundedExternallyMinor === 0) delete order.firstRefundedAt;
  updateOverRefunded(order);
}
