import type { WorkingFile } from '../customers/working-file.ts';
import { holderOf } from '../decisions/reserve-effects.ts';
import { ACCOUNTS, type EntryDraft } from '../ledger/draft-entry.ts';
import { holdUnheld, releaseHold } from '../ledger/hold-credits.ts';
import { voidLot } from '../ledger/void-lot.ts';
import { isFullyRefunded } from './over-refunded.ts';
import type { Payout } from './payout.ts';
import { draftUnpromised, draftVoided } from './refund-entries.ts';
import { withdrawRefund } from './withdraw-refund.ts';

/**
 * The promised refund will not be paid by us: the promise is reversed and the held credits are free again, unless an
 * open dispute wants them, or the provider returned the whole price on its own meanwhile (then they are void).
 */
export function releaseRefund(file: WorkingFile, payout: Readonly<Payout>, at: number): EntryDraft[] {
  const entries = [draftUnpromised(file, payout, at)];
  const order = file.editOrder(payout.orderId);
  order.refundingMinor -= payout.amountMinor;
  withdrawRefund(file, payout);
  const lot = file.editLot(payout.lotId);
  releaseHold(lot, holderOf(payout.decisionId));
  for (const dispute of order.disputes) if (dispute.outcome === undefined) holdUnheld(lot, `dispute/${dispute.id}`);
  if (!isFullyRefunded(order) || order.refundingMinor > 0) return entries;
  const voided = voidLot(lot).reduce(
    (sum, posting) => sum + (posting.account === ACCOUNTS.creditsVoided ? posting.amount : 0),
    0,
  );
  return voided > 0 ? [...entries, draftVoided(payout, voided, at)] : entries;
}
