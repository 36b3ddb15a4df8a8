import type { CaseEffect } from '../cases/case.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { holdUnheld, takeOverHolds } from '../ledger/hold-credits.ts';
import { boundHistory } from '../records/bound-history.ts';
import { noteDropped } from '../records/note-dropped.ts';
import type { PlannedEffect } from './decision.ts';

/** The holder's name of a decision's credits. */
export function holderOf(decisionId: string): string {
  return `decision/${decisionId}`;
}

/** Reserves what a decision promises where it will land, so that every later fact counts it as done. `at`: the decision's instant, epoch ms. */
export function reserveEffects(
  file: WorkingFile,
  effects: readonly PlannedEffect[],
  decision: { readonly id: string; readonly at: number },
): CaseEffect[] {
  return effects.map((effect) => {
    reserveEffect(file, effect, decision);
    return {
      key: effect.key,
      kind: effect.kind,
      decisionId: decision.id,
      state: effect.kind === 'account_action' ? 'proposed' : 'reserved',
    };
  });
}

function reserveEffect(
  file: WorkingFile,
  effect: PlannedEffect,
  decision: { readonly id: string; readonly at: number },
): void {
  switch (effect.kind) {
    case 'credit_restore':
      return reserveRestore(file, effect, decision);
    case 'courtesy_credit': {
      markRemedied(file, effect.generationId, effect.credits, decision.id);
      file
        .editWallet(effect.walletId)
        .grants.push({ at: decision.at, kind: 'courtesy', decisionId: decision.id, reversed: false });
      return;
    }
    case 'cash_refund': {
      file.editOrder(effect.orderId).refundingMinor += effect.amountMinor;
      takeOverHolds(file.editLot(effect.lotId), holderOf(decision.id));
      markRefund(file, effect.orderId, decision);
      return;
    }
    case 'credit_hold':
      holdUnheld(file.editLot(effect.lotId), holderOf(decision.id));
      return;
    case 'credit_forfeit':
      for (const part of effect.lots) file.editLot(part.lotId).forfeiting += part.credits;
      return;
    case 'account_action':
  }
}

function reserveRestore(
  file: WorkingFile,
  effect: Extract<PlannedEffect, { kind: 'credit_restore' }>,
  decision: { readonly id: string; readonly at: number },
): void {
  markRemedied(file, effect.generationId, effect.credits, decision.id);
  const generation = file.editGeneration(effect.generationId);
  for (const part of effect.lots) {
    const lot = file.editLot(part.lotId);
    lot.restoring += part.credits;
    if (generation.status === 'succeeded') lot.delivered -= part.credits;
    const paid = generation.consumption.find((one) => one.lotId === part.lotId);
    if (paid !== undefined) paid.restored += part.credits;
  }
  // A restored failure counts against no cap: only what a policy may limit is noted.
  if (effect.grant !== 'failure')
    file
      .editWallet(effect.walletId)
      .grants.push({ at: decision.at, kind: effect.grant, decisionId: decision.id, reversed: false });
}

/** Leaves the mark by which later facts count this refund; what none can count any more is not carried along. */
function markRefund(file: WorkingFile, orderId: string, decision: { readonly id: string; readonly at: number }): void {
  const customer = file.editCustomer();
  customer.cashDecisions.push({ at: decision.at, orderId, decisionId: decision.id, reversed: false });
  const { kept, droppedUntil } = boundHistory(customer.cashDecisions, decision.at, (mark) => mark.at);
  customer.cashDecisions = kept;
  noteDropped(customer, droppedUntil === undefined ? {} : { refunds: droppedUntil });
}

function markRemedied(file: WorkingFile, generationId: string, credits: number, decisionId: string): void {
  const generation = file.editGeneration(generationId);
  if (generation.remedyDecisionId !== undefined) throw new Error(`Generation ${generationId} already has a remedy`);
  generation.remedyDecisionId = decisionId;
  generation.creditsRestored += credits;
}
