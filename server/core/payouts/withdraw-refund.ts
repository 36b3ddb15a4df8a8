import type { WorkingFile } from '../customers/working-file.ts';
import { markEffect } from './settle-case.ts';
import type { Payout } from './payout.ts';

/**
 * Takes back what the decision counted for the customer: its mark in their history, the effect, the refund's number. Should
 * the provider report it as paid after all, that is news.
 */
export function withdrawRefund(file: WorkingFile, payout: Readonly<Payout>): void {
  const order = file.editOrder(payout.orderId);
  order.refundsReversed += 1;
  for (const own of order.ownRefunds ?? []) if (own.id === payout.providerRefundId) own.unpaid = true;
  for (const mark of file.editCustomer().cashDecisions) if (mark.decisionId === payout.decisionId) mark.reversed = true;
  markEffect(file, payout.caseId, payout.id, 'reversed');
}
