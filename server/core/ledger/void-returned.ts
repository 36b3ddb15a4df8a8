import type { WorkingFile } from '../customers/working-file.ts';
import type { PlannedEffect } from '../decisions/decision.ts';
import { isPaidOtherwise } from '../payouts/over-refunded.ts';
import type { EntryDraft } from './draft-entry.ts';
import type { PostContext } from './post-effect.ts';
import { voidLot } from './void-lot.ts';

/**
 * Voids credits that were promised back to an order whose whole price the customer got back before they arrived: what
 * ended the order could void only what was there. Called after the restore was posted; null where nothing is to be voided.
 */
export function voidReturned(
  file: WorkingFile,
  effect: Extract<PlannedEffect, { kind: 'credit_restore' }>,
  context: PostContext,
): EntryDraft | null {
  const postings = effect.lots.flatMap(({ lotId }) => {
    const order = file.findOrder(lotId);
    return order !== undefined && order.refundingMinor === 0 && isPaidOtherwise(order)
      ? voidLot(file.editLot(lotId))
      : [];
  });
  if (postings.length === 0) return null;
  return {
    key: `void-returned/${context.decisionId}/${context.index}`,
    kind: 'credits_voided',
    program: file.customer.program,
    customerKey: file.key,
    walletId: effect.walletId,
    generationId: effect.generationId,
    caseId: context.caseId,
    decisionId: context.decisionId,
    occurredAt: context.decidedAt,
    postings,
  };
}
