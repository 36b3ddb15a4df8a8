import type { Order } from '../customers/customer-file.ts';

/** What of the price went back to the customer in minor units: by us, by the provider on its own, by lost disputes. */
export function sumReturnedMinor(order: Readonly<Order>): number {
  return order.refundedMinor + order.refundedExternallyMinor + (order.chargedBackMinor ?? 0);
}

/** Brings up to date what went back beyond what was paid; minor units. */
export function updateOverRefunded(order: Order): void {
  order.overRefundedMinor = Math.max(0, sumReturnedMinor(order) - order.amountMinor);
}

/** Whether nothing of the price is left with the program. */
function isFullyReturned(order: Readonly<Order>): boolean {
  return order.amountMinor > 0 && sumReturnedMinor(order) >= order.amountMinor;
}

/** Whether the customer has the whole price back without the payout in question: returned, or taken by a lost dispute. */
export function isPaidOtherwise(order: Readonly<Order>): boolean {
  return isFullyReturned(order) || order.disputes.some((dispute) => dispute.outcome === 'lost');
}
