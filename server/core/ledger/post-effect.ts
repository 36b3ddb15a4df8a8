import type { PlannedEffect } from '../decisions/decision.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { thingKey } from '../customers/working-file.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount, type EntryDraft } from './draft-entry.ts';

/** The decision that an effect belongs to. Instants are epoch ms. */
export interface PostContext {
  readonly decisionId: string;
  readonly caseId: string;
  readonly index: number;
  readonly decidedAt: number;
}

/** Carries out in the ledger what a decision reserved; null where the effect posts nothing (holds and proposals). */
export function postEffect(file: WorkingFile, effect: PlannedEffect, context: PostContext): EntryDraft | null {
  const { program } = file.customer;
  const common = {
    key: `post/${context.decisionId}/${context.index}`,
    program,
    customerKey: file.key,
    caseId: context.caseId,
    decisionId: context.decisionId,
    occurredAt: context.decidedAt,
  };
  switch (effect.kind) {
    case 'credit_restore': {
      for (const part of effect.lots) {
        const lot = file.editLot(part.lotId);
        lot.restoring -= part.credits;
        lot.restored += part.credits;
        lot.remaining += part.credits;
      }
      return {
        ...common,
        kind: 'credits_restored',
        walletId: effect.walletId,
        generationId: effect.generationId,
        postings: effect.lots.flatMap((part) =>
          moveAmount(creditsOf(program), part.credits, ACCOUNTS.creditsConsumed, lotAccount(part.lotId)),
        ),
      };
    }
    case 'courtesy_credit': {
      const lotId = `courtesy-${context.decisionId}`;
      file.addLot({
        key: thingKey(program, lotId),
        customerKey: file.key,
        program,
        walletId: effect.walletId,
        lotId,
        source: 'courtesy',
        cashable: false,
        createdAt: context.decidedAt,
        total: effect.credits,
        remaining: effect.credits,
        held: 0,
        holds: [],
        restoring: 0,
        forfeiting: 0,
        consumed: 0,
        restored: 0,
        voided: 0,
        forfeited: 0,
        delivered: 0,
      });
      return {
        ...common,
        kind: 'courtesy_granted',
        walletId: effect.walletId,
        generationId: effect.generationId,
        postings: moveAmount(creditsOf(program), effect.credits, ACCOUNTS.creditsIssued, lotAccount(lotId)),
      };
    }
    case 'credit_forfeit': {
      for (const part of effect.lots) {
        const lot = file.editLot(part.lotId);
        lot.forfeiting -= part.credits;
        lot.remaining -= part.credits;
        lot.forfeited += part.credits;
      }
      return {
        ...common,
        kind: 'credits_forfeited',
        walletId: effect.walletId,
        postings: effect.lots.flatMap((part) =>
          moveAmount(creditsOf(program), part.credits, lotAccount(part.lotId), ACCOUNTS.creditsForfeited),
        ),
      };
    }
    case 'cash_refund':
      return {
        ...common,
        kind: 'refund_promised',
        orderId: effect.orderId,
        payoutId: effect.key,
        postings: moveAmount(effect.currency, effect.amountMinor, ACCOUNTS.payoutsPayable, ACCOUNTS.refunds),
      };
    case 'credit_hold':
    case 'account_action':
      return null;
  }
}
