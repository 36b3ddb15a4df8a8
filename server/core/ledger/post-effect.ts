import type { PlannedEffect } from '../decisions/decision.ts';
import { thingKey, type WorkingFile } from '../customers/working-file.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount, type EntryDraft } from './draft-entry.ts';

/** The decision that an effect belongs to. Instants are epoch ms. */
export interface PostContext {
  readonly decisionId: string;
  readonly caseId: string;
  readonly index: number;
  readonly decidedAt: number;
}

type EffectOf<K extends PlannedEffect['kind']> = Extract<PlannedEffect, { kind: K }>;

/** What every entry of an effect says. */
type Common = Pick<EntryDraft, 'key' | 'program' | 'customerKey' | 'caseId' | 'decisionId' | 'occurredAt'>;

/** Carries out in the ledger what a decision reserved; null where the effect posts nothing (holds and proposals). */
export function postEffect(file: WorkingFile, effect: PlannedEffect, context: PostContext): EntryDraft | null {
  const { decisionId, caseId, index, decidedAt } = context;
  const common: Common = {
    key: `post/${decisionId}/${index}`,
    program: file.customer.program,
    customerKey: file.key,
    caseId,
    decisionId,
    occurredAt: decidedAt,
  };
  switch (effect.kind) {
    case 'credit_restore':
      return postRestore(file, effect, common);
    case 'courtesy_credit':
      return postCourtesy(file, effect, common, decisionId);
    case 'credit_forfeit':
      return postForfeiture(file, effect, common);
    case 'cash_refund':
      return postRefund(effect, common);
    case 'credit_hold':
    case 'account_action':
      return null;
  }
}

function postRestore(file: WorkingFile, effect: EffectOf<'credit_restore'>, common: Common): EntryDraft {
  for (const part of effect.lots) {
    const lot = file.editLot(part.lotId);
    lot.restoring -= part.credits;
    lot.restored += part.credits;
    lot.remaining += part.credits;
  }
  const { program } = common;
  const postings = effect.lots.flatMap(({ lotId, credits }) =>
    moveAmount(creditsOf(program), credits, ACCOUNTS.creditsConsumed, lotAccount(lotId)),
  );
  return {
    ...common,
    kind: 'credits_restored',
    walletId: effect.walletId,
    generationId: effect.generationId,
    postings,
  };
}

function postCourtesy(
  file: WorkingFile,
  effect: EffectOf<'courtesy_credit'>,
  common: Common,
  decisionId: string,
): EntryDraft {
  const { program, occurredAt } = common;
  const lotId = `courtesy-${decisionId}`;
  const counters = {
    held: 0,
    holds: [],
    restoring: 0,
    forfeiting: 0,
    consumed: 0,
    restored: 0,
    voided: 0,
    forfeited: 0,
  };
  file.addLot({
    key: thingKey(program, lotId),
    customerKey: file.key,
    program,
    walletId: effect.walletId,
    lotId,
    source: 'courtesy',
    cashable: false,
    createdAt: occurredAt,
    total: effect.credits,
    remaining: effect.credits,
    ...counters,
    delivered: 0,
  });
  const postings = moveAmount(creditsOf(program), effect.credits, ACCOUNTS.creditsIssued, lotAccount(lotId));
  return {
    ...common,
    kind: 'courtesy_granted',
    walletId: effect.walletId,
    generationId: effect.generationId,
    postings,
  };
}

function postForfeiture(file: WorkingFile, effect: EffectOf<'credit_forfeit'>, common: Common): EntryDraft {
  for (const part of effect.lots) {
    const lot = file.editLot(part.lotId);
    lot.forfeiting -= part.credits;
    lot.remaining -= part.credits;
    lot.forfeited += part.credits;
  }
  const postings = effect.lots.flatMap(({ lotId, credits }) =>
    moveAmount(creditsOf(common.program), credits, lotAccount(lotId), ACCOUNTS.creditsForfeited),
  );
  return { ...common, kind: 'credits_forfeited', walletId: effect.walletId, postings };
}

function postRefund(effect: EffectOf<'cash_refund'>, common: Common): EntryDraft {
  const postings = moveAmount(effect.currency, effect.amountMinor, ACCOUNTS.payoutsPayable, ACCOUNTS.refunds);
  return { ...common, kind: 'refund_promised', orderId: effect.orderId, payoutId: effect.key, postings };
}
