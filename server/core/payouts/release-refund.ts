import type { WorkingFile } from '../customers/working-file.ts';
import { holderOf } from '../decisions/reserve-effects.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import { giveBackHolds, holdForDisputes, listTakenOver, releaseHold } from '../ledger/hold-credits.ts';
import { countVoided, voidLot } from '../ledger/void-lot.ts';
import { isPaidOtherwise } from './over-refunded.ts';
import type { Payout } from './payout.ts';
import { draftUnpromised, draftVoided } from './refund-entries.ts';
import { withdrawRefund } from './withdraw-refund.ts';

/**
 * The promised refund will not be paid by us: the promise is reversed and the held credits are free again, unless a
 * review had them before or an open dispute wants them, or the customer has the whole price by another way meanwhile (then they are void).
 */
export function releaseRefund(file: WorkingFile, payout: Readonly<Payout>, at: number): EntryDraft[] {
  const entries = [draftUnpromised(file, payout, at)];
  const order = file.editOrder(payout.orderId);
  order.refundingMinor -= payout.amountMinor;
  withdrawRefund(file, payout);
  const lot = file.editLot(payout.lotId);
  const tookOver = listTakenOver(lot, holderOf(payout.decisionId));
  releaseHold(lot, holderOf(payout.decisionId));
  giveBackHolds(lot, tookOver);
  holdForDisputes(lot, order.disputes);
  if (!isPaidOtherwise(order) || order.refundingMinor > 0) return entries;
  const voided = countVoided(voidLot(lot));
  return voided > 0 ? [...entries, draftVoided(payout, lot, voided, at)] : entries;
}
