import type { Case } from '../../server/core/cases/case.ts';
import type { WorkingFile } from '../../server/core/customers/working-file.ts';
import type { PlannedEffect } from '../../server/core/decisions/decision.ts';
import { reserveEffects } from '../../server/core/decisions/reserve-effects.ts';
import type { CoreEvent, EventData } from '../../server/core/events/domain-event.ts';
import type { LedgerEntry } from '../../server/core/ledger/entry.ts';
import type { EntryDraft } from '../../server/core/ledger/draft-entry.ts';
import { postEffect } from '../../server/core/ledger/post-effect.ts';
import { voidReturned } from '../../server/core/ledger/void-returned.ts';
import type { Payout } from '../../server/core/payouts/payout.ts';
import { buildFile, failed, NOON, orderPaid, play } from './working-file.ts';

/** A refund that was decided and promised, its payout waiting to be sent. */
export interface Refund {
  readonly file: WorkingFile;
  readonly payout: Payout;
  readonly entries: EntryDraft[];
}

/** Customer `c` paid 9.99 EUR for 100 credits; `events` happened; then case `case` was decided by `d1`: all money back. */
export function buildRefund(order: Partial<EventData['order.paid']> = {}, ...events: CoreEvent[]): Refund {
  const file = buildFile();
  const entries: EntryDraft[] = [];
  for (const event of [orderPaid(order), ...events]) {
    const outcome = play(file, event);
    if (outcome.status === 'applied') entries.push(...outcome.entries);
  }
  const effect = {
    kind: 'cash_refund',
    key: 'refund/anumi/o/0',
    orderId: 'o',
    lotId: 'o',
    amountMinor: 999,
    currency: 'EUR',
    provider: order.provider ?? 'sandbox',
    holdCredits: 100,
  } as const satisfies PlannedEffect;
  file.addCase(buildCase(reserveEffects(file, [effect], { id: 'd1', at: NOON })));
  file.editCustomer().openCases.push({
    caseId: 'case',
    subjectType: 'order',
    subjectId: 'o',
    reason: 'unused_credits',
    status: 'settling',
  });
  const promised = postEffect(file, effect, { decisionId: 'd1', caseId: 'case', index: 0, decidedAt: NOON });
  if (promised !== null) entries.push(promised);
  file.editCase('case').effects.forEach((one) => {
    one.state = 'posted';
  });
  return {
    file,
    entries,
    payout: buildPayout({ provider: effect.provider, paymentRef: order.paymentRef ?? 'sbx_ok' }),
  };
}

/**
 * The 30 credits of the generation `g` are promised back by `d2`, `events` happen, and then the credits arrive. Answers the
 * entries; the generation has to be charged and its credits spent.
 */
export function restoreLate(file: WorkingFile, ...events: CoreEvent[]): EntryDraft[] {
  play(file, failed());
  const effect = {
    kind: 'credit_restore',
    key: 'remedy/anumi/g/0',
    generationId: 'g',
    walletId: 'w',
    lots: [{ lotId: 'o', credits: 30 }],
    credits: 30,
    grant: 'failure',
  } as const satisfies PlannedEffect;
  reserveEffects(file, [effect], { id: 'd2', at: NOON });
  const entries = events.flatMap((event) => {
    const outcome = play(file, event);
    return outcome.status === 'applied' ? outcome.entries : [];
  });
  const context = { decisionId: 'd2', caseId: 'case', index: 0, decidedAt: NOON };
  const posted = [postEffect(file, effect, context), voidReturned(file, effect, context)];
  return [...entries, ...posted.filter((entry) => entry !== null)];
}

function buildCase(effects: Case['effects']): Case {
  return {
    id: 'case',
    program: 'anumi',
    customerKey: 'anumi/c',
    customerId: 'c',
    status: 'settling',
    openedAt: NOON,
    updatedAt: NOON,
    decisionId: 'd1',
    disposition: 'granted',
    reasonCode: 'UNUSED_IN_TIME',
    decisionIds: ['d1'],
    effects,
    sequence: 1,
    claim: {
      automatic: false,
      reason: 'unused_credits',
      issue: 'other',
      remedy: 'cash',
      channel: 'api',
      subject: { type: 'order', id: 'o' },
      sentAt: NOON,
      receivedAt: NOON,
      fields: [],
      evidence: [],
    },
  };
}

/** The payout of `buildRefund`, not sent yet. */
export function buildPayout(change: Partial<Payout> = {}): Payout {
  return {
    id: 'refund/anumi/o/0',
    program: 'anumi',
    customerKey: 'anumi/c',
    caseId: 'case',
    decisionId: 'd1',
    orderId: 'o',
    lotId: 'o',
    provider: 'sandbox',
    paymentRef: 'sbx_ok',
    amountMinor: 999,
    currency: 'EUR',
    holdCredits: 100,
    status: 'queued',
    createdAt: NOON,
    updatedAt: NOON,
    fence: 0,
    attempts: 0,
    ...change,
  };
}

/** Balance of each account that is not zero, over drafts or entries. */
export function foldAccounts(entries: readonly Pick<LedgerEntry, 'postings'>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { postings } of entries) {
    for (const { account, amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0));
}
