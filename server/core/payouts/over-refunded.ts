import type { Order } from '../customers/customer-file.ts';

/** Brings up to date what was refunded beyond what was paid, by us and by the provider on its own; minor units. */
export function updateOverRefunded(order: Order): void {
  order.overRefundedMinor = Math.max(0, order.refundedMinor + order.refundedExternallyMinor - order.amountMinor);
}

/** Whether nothing of the price is left with the program. */
export function isFullyRefunded(order: Readonly<Order>): boolean {
  return order.amountMinor > 0 && order.refundedMinor + order.refundedExternallyMinor >= order.amountMinor;
}

/** Whether the customer has the whole price back without the payout in question: refunded, or taken by a lost dispute. */
export function isPaidOtherwise(order: Readonly<Order>): boolean {
  return isFullyRefunded(order) || order.disputes.some((dispute) => dispute.outcome === 'lost');
}
