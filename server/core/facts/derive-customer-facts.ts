import type { CaseRecord, HistoryName, RecordedCustomer } from '../records/case-record.ts';
import type { RatioHistory, Timeline } from './fact-value.ts';

/** Past instants (epoch ms) seen from the decision's; `truncated` says that the history holds only part of them. */
export function deriveTimeline(instants: readonly number[], at: number, truncated: boolean): Timeline {
  return { instants, at, truncated };
}

/** Whether a history lacks something within its bounds; a record that does not say which one does may lack it anywhere. */
export function isTruncated({ historyTruncated, truncated }: RecordedCustomer, ...names: HistoryName[]): boolean {
  return historyTruncated && (truncated === undefined || names.some((name) => truncated.includes(name)));
}

function sortInstants(instants: number[]): readonly number[] {
  return instants.sort((a, b) => a - b);
}

/**
 * Refunded orders among paid ones. Both sides stand at the payment, so that within any trailing period the part is a
 * part of the whole: an old order refunded lately adds to neither.
 */
export function deriveRefundHistory(customer: RecordedCustomer, at: number): RatioHistory {
  return {
    part: sortInstants(customer.refundedOrders.map((order) => order.paidAt)),
    whole: customer.paidAt,
    at,
    truncated: isTruncated(customer, 'orders', 'refunded_orders'),
  };
}

/** Orders refunded in cash, at the refund: each is one cycle of buying and getting the money back. */
export function derivePurchaseRefundCycles(record: CaseRecord): Timeline {
  const { customer } = record;
  const refundedAt = sortInstants(customer.refundedOrders.map((order) => order.refundedAt));
  return deriveTimeline(refundedAt, record.at, isTruncated(customer, 'refunded_orders'));
}
