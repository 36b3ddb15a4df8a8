import type { PlannedEffect } from '../../core/decisions/decision.ts';
import type { WorkingFile } from '../../core/customers/working-file.ts';
import type { Batch } from '../adjudication/batch.ts';

/** Creates the payout of a cash refund and promises its sending. Its id is the refund's effect key: the provider's idempotency key for good. */
export function createPayout(
  batch: Batch,
  file: WorkingFile,
  effect: Extract<PlannedEffect, { kind: 'cash_refund' }>,
  decision: { readonly program: string; readonly caseId: string; readonly decisionId: string },
): void {
  const order = file.findOrder(effect.orderId);
  if (order === undefined)
    throw new Error(`Refund ${effect.key} is about order ${effect.orderId}, which does not exist`);
  batch.unit.payouts.push({
    doc: {
      id: effect.key,
      program: decision.program,
      customerKey: file.key,
      caseId: decision.caseId,
      decisionId: decision.decisionId,
      orderId: effect.orderId,
      lotId: effect.lotId,
      provider: effect.provider,
      paymentRef: order.paymentRef,
      amountMinor: effect.amountMinor,
      currency: effect.currency,
      holdCredits: effect.holdCredits,
      status: 'queued',
      createdAt: batch.at,
      updatedAt: batch.at,
      fence: 0,
      attempts: 0,
    },
    isNew: true,
  });
  batch.send({
    id: batch.nextId(),
    topic: 'payout',
    program: decision.program,
    customerKey: file.key,
    ref: effect.key,
    provider: effect.provider,
    createdAt: batch.at,
  });
}
