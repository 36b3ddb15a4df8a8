import type { WorkingFile } from '../customers/working-file.ts';
import { markEffect } from './settle-case.ts';
import type { Payout } from './payout.ts';

/** Takes back what the decision counted for the customer: its mark in their history, the effect, the refund's number. */
export function withdrawRefund(file: WorkingFile, payout: Readonly<Payout>): void {
  file.editOrder(payout.orderId).refundsReversed += 1;
  for (const mark of file.editCustomer().cashDecisions) if (mark.decisionId === payout.decisionId) mark.reversed = true;
  markEffect(file, payout.caseId, payout.id, 'reversed');
}
