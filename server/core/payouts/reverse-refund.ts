import type { WorkingFile } from '../customers/working-file.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { giveBackHolds, holdForDisputes } from '../ledger/hold-credits.ts';
import { isPaidOtherwise, updateOverRefunded } from './over-refunded.ts';
import type { Payout } from './payout.ts';
import { endPayout } from './payout-state.ts';
import { draftUnpromised, draftUnsettled, draftUnvoided } from './refund-entries.ts';
import { PAYOUTS_QUEUE, reopenCase } from './settle-case.ts';
import { withdrawRefund } from './withdraw-refund.ts';

/**
 * A settled refund failed afterwards: money and promise are reversed, the voided credits given back, the case reopened.
 * The credits stay void where the customer has the whole price by another way. `at` is epoch ms. The payout must be `settled`.
 */
export function reverseRefund(file: WorkingFile, payout: Payout, code: string | undefined, at: number): EntryDraft[] {
  const order = file.editOrder(payout.orderId);
  order.refundedMinor -= payout.amountMinor;
  const left = (order.refundsSettled ?? 1) - 1;
  if (left > 0) order.refundsSettled = left;
  else delete order.refundsSettled;
  order.cashSettled = left > 0;
  if (order.refundedMinor + order.refundedExternallyMinor === 0) delete order.firstRefundedAt;
  updateOverRefunded(order);
  withdrawRefund(file, payout);
  const returned = isPaidOtherwise(order) ? 0 : (payout.voidedCredits ?? 0);
  const lot = file.editLot(payout.lotId);
  lot.remaining += returned;
  lot.voided -= returned;
  giveBackHolds(lot, payout.tookOver ?? []);
  holdForDisputes(lot, order.disputes);
  endPayout(payout, 'reversed', at);
  if (code !== undefined) payout.failureCode = code;
  reopenCase(file, payout.caseId, PAYOUTS_QUEUE, at);
  return [
    draftUnsettled(payout, at),
    draftUnpromised(file, payout, at),
    ...(returned > 0 ? [draftUnvoided(payout, lot, returned, at)] : []),
  ];
}
