import type { WorkingFile } from '../customers/working-file.ts';
import { holderOf } from '../decisions/reserve-effects.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { listTakenOver, releaseHold } from '../ledger/hold-credits.ts';
import { countVoided, voidLot } from '../ledger/void-lot.ts';
import type { Payout } from './payout.ts';
import { endPayout } from './payout-state.ts';
import { draftSettled, draftVoided } from './refund-entries.ts';
import { isPaidOtherwise, updateOverRefunded } from './over-refunded.ts';
import { closeCase, PAYOUTS_QUEUE, reopenCase } from './settle-case.ts';

/** Credits that the payout's decision holds in its lot. */
function countHeldCredits(file: WorkingFile, payout: Readonly<Payout>): number {
  const holder = holderOf(payout.decisionId);
  return (file.findLot(payout.lotId)?.holds ?? []).reduce(
    (sum, hold) => sum + (hold.by === holder ? hold.credits : 0),
    0,
  );
}

/**
 * Whether what the decision holds has arrived in the lot. A hold may cover credits that another decision promised back
 * and that are not posted yet: settlement waits for them, since it voids exactly what is held. Credits that a forfeiture
 * will take are in the lot for it alone.
 */
export function checkHoldArrived(file: WorkingFile, payout: Readonly<Payout>): boolean {
  const lot = file.findLot(payout.lotId);
  return countHeldCredits(file, payout) <= (lot === undefined ? 0 : lot.remaining - lot.forfeiting);
}

/**
 * The money arrived: what was promised becomes refunded, exactly the held credits are voided, the case is closed.
 * Where the customer had the whole price by another way meanwhile, all that remains of the lot is void, and a person gets
 * the case if that was too much. `at` is epoch ms. Changes `file` and `payout`; answers the entries. The payout must be open.
 */
export function settleRefund(file: WorkingFile, payout: Payout, at: number): EntryDraft[] {
  const order = file.editOrder(payout.orderId);
  const isPaid = isPaidOtherwise(order);
  order.refundingMinor -= payout.amountMinor;
  order.refundedMinor += payout.amountMinor;
  order.cashSettled = true;
  order.refundsSettled = (order.refundsSettled ?? 0) + 1;
  order.firstRefundedAt ??= at;
  updateOverRefunded(order);
  const lot = file.editLot(payout.lotId);
  const tookOver = listTakenOver(lot, holderOf(payout.decisionId));
  const held = releaseHold(lot, holderOf(payout.decisionId));
  lot.remaining -= held;
  lot.voided += held;
  // What came back to the lot since was left there as long as this refund was under way.
  const voided = held + (isPaid ? countVoided(voidLot(lot)) : 0);
  endPayout(payout, 'settled', at);
  payout.settledAt = at;
  payout.voidedCredits = voided;
  if (tookOver.length > 0) payout.tookOver = tookOver;
  if (order.overRefundedMinor > 0) reopenCase(file, payout.caseId, PAYOUTS_QUEUE, at);
  else closeCase(file, payout.caseId, 'decided', at);
  return [draftSettled(payout, at), ...(voided > 0 ? [draftVoided(payout, lot, voided, at)] : [])];
}
