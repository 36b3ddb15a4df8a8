import type { WorkingFile } from '../customers/working-file.ts';
import { holderOf } from '../decisions/reserve-effects.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { releaseHold } from '../ledger/hold-credits.ts';
import type { Payout } from './payout.ts';
import { endPayout } from './payout-state.ts';
import { draftSettled, draftVoided } from './refund-entries.ts';
import { closeCase } from './settle-case.ts';
import { updateOverRefunded } from './over-refunded.ts';

/** Credits that the payout's decision holds in its lot. */
export function countHeldCredits(file: WorkingFile, payout: Readonly<Payout>): number {
  const holder = holderOf(payout.decisionId);
  return (file.findLot(payout.lotId)?.holds ?? []).reduce(
    (sum, hold) => sum + (hold.by === holder ? hold.credits : 0),
    0,
  );
}

/**
 * Whether what the decision holds has arrived in the lot. A hold may cover credits that another decision promised back
 * and that are not posted yet: settlement waits for them, since it voids exactly what is held.
 */
export function checkHoldArrived(file: WorkingFile, payout: Readonly<Payout>): boolean {
  return countHeldCredits(file, payout) <= (file.findLot(payout.lotId)?.remaining ?? 0);
}

/**
 * The money arrived: what was promised becomes refunded, exactly the held credits are voided, the case is closed.
 * `at` is epoch ms. Changes `file` and `payout`; answers the entries. The payout must be open.
 */
export function settleRefund(file: WorkingFile, payout: Payout, at: number): EntryDraft[] {
  const order = file.editOrder(payout.orderId);
  order.refundingMinor -= payout.amountMinor;
  order.refundedMinor += payout.amountMinor;
  order.cashSettled = true;
  order.refundsSettled = (order.refundsSettled ?? 0) + 1;
  order.firstRefundedAt ??= at;
  updateOverRefunded(order);
  const lot = file.editLot(payout.lotId);
  const voided = releaseHold(lot, holderOf(payout.decisionId));
  lot.remaining -= voided;
  lot.voided += voided;
  endPayout(payout, 'settled', at);
  payout.settledAt = at;
  payout.voidedCredits = voided;
  closeCase(file, payout.caseId, 'decided', at);
  return [draftSettled(payout, at), ...(voided > 0 ? [draftVoided(payout, voided, at)] : [])];
}
