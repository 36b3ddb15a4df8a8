import type { WorkingFile } from '../customers/working-file.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import type { Payout } from './payout.ts';
import { endPayout } from './payout-state.ts';
import { releaseRefund } from './release-refund.ts';
import { isPaidOtherwise, sumReturnedMinor } from './over-refunded.ts';
import { closeCase, PAYOUTS_QUEUE, reopenCase } from './settle-case.ts';

/** What to do with a payout that was not sent yet. */
export type Standing = 'send' | 'park' | 'cancel';

/**
 * Whether a payout may go out: it waits while a dispute about its order is open, and is pointless once the customer has
 * the money by another way (a lost dispute, or a refund by the provider that leaves less than this one).
 */
export function checkStanding(file: WorkingFile, payout: Readonly<Payout>): Standing {
  const order = file.findOrder(payout.orderId);
  if (order === undefined)
    throw new Error(`Payout ${payout.id} is about order ${payout.orderId}, which does not exist`);
  if (sumReturnedMinor(order) + payout.amountMinor > order.amountMinor) return 'cancel';
  if (order.disputes.some((dispute) => dispute.outcome === 'lost')) return 'cancel';
  return order.disputes.some((dispute) => dispute.outcome === undefined) ? 'park' : 'send';
}

/**
 * Cancels a payout that nobody began to send. Its case ends as already paid where the customer has the whole price by
 * another way; where only part of it, a person decides on the rest. Null, and nothing changed, where it is too late: it
 * may have reached the provider. `at` is epoch ms. `file` must hold the payout's case.
 */
export function cancelRefund(file: WorkingFile, payout: Payout, at: number): EntryDraft[] | null {
  if (payout.status !== 'queued') return null;
  const entries = releaseRefund(file, payout, at);
  endPayout(payout, 'cancelled', at);
  const order = file.findOrder(payout.orderId);
  if (order !== undefined && isPaidOtherwise(order)) closeCase(file, payout.caseId, 'already_paid', at);
  else reopenCase(file, payout.caseId, PAYOUTS_QUEUE, at);
  return entries;
}
