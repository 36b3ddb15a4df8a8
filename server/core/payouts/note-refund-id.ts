import type { Order } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { updateOverRefunded } from './over-refunded.ts';
import type { Payout } from './payout.ts';
import { draftUnbooked } from './refund-entries.ts';

/**
 * Notes the provider's id of a refund, with the order too: the provider may report our own refund back as one of its own.
 * Where it did so before it answered us, and over the same amount, that booking is taken back: the payout posts the money.
 * `at` is epoch ms; answers the entries. Another amount is left to a person, as what was returned twice.
 */
export function noteRefundId(file: WorkingFile, payout: Payout, id: string | undefined, at: number): EntryDraft[] {
  if (id === undefined) return [];
  payout.providerRefundId = id;
  if (file.findOrder(payout.orderId)?.ownRefunds?.some((refund) => refund.id === id) === true) return [];
  const order = file.editOrder(payout.orderId);
  order.ownRefunds = [...(order.ownRefunds ?? []), { id, amountMinor: payout.amountMinor }];
  const booked = order.bookedWhileRefunding?.find((one) => one.id === id && one.amountMinor === payout.amountMinor);
  if (booked === undefined) return [];
  takeBackBooking(order, booked);
  return [draftUnbooked(payout, booked.eventKey, at)];
}

function takeBackBooking(
  order: Order,
  { id, amountMinor }: { readonly id: string; readonly amountMinor: number },
): void {
  order.refundedExternallyMinor -= amountMinor;
  order.externalRefundIds = order.externalRefundIds?.filter((one) => one !== id) ?? [];
  order.bookedWhileRefunding = order.bookedWhileRefunding?.filter((one) => one.id !== id) ?? [];
  if (order.refundedMinor + order.refundedExternallyMinor === 0) delete order.firstRefundedAt;
  updateOverRefunded(order);
}
