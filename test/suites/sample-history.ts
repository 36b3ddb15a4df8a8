import type { CaseEffect } from '../../server/core/cases/case.ts';
import type { PlannedEffect } from '../../server/core/decisions/decision.ts';
import type { CaseStatus } from '../../server/core/cases/claim.ts';
import type { LedgerEntry, Posting } from '../../server/core/ledger/entry.ts';
import type { StoredDecision, Unit } from '../../server/ports/unit-of-work.ts';
import { sampleDecision, sampleDraft } from './sample-decisions.ts';
import {
  NOON,
  PROGRAM,
  sampleCase,
  sampleCustomer,
  sampleEntry,
  sampleGeneration,
  sampleLot,
  sampleMessage,
  sampleOrder,
  samplePayout,
  sampleUnit,
  sampleWallet,
} from './sample-documents.ts';

const WHO = 'ada';
const CREDITS = `credit:${PROGRAM}`;

const restore = (generationId: string): PlannedEffect => ({
  kind: 'credit_restore',
  key: `remedy/${PROGRAM}/${generationId}/0`,
  generationId,
  walletId: `w-${WHO}`,
  lots: [{ lotId: 'o1', credits: 10 }],
  credits: 10,
  grant: 'failure',
});
const refund = (orderId: string, amountMinor: number, holdCredits: number): PlannedEffect => ({
  kind: 'cash_refund',
  key: `refund/${PROGRAM}/${orderId}/0`,
  orderId,
  lotId: orderId,
  amountMinor,
  currency: 'EUR',
  provider: 'sandbox',
  holdCredits,
});
const move = (commodity: string, amount: number, from: string, to: string): Posting[] => [
  { account: from, commodity, amount: -amount },
  { account: to, commodity, amount },
];

function entry(
  key: string,
  kind: LedgerEntry['kind'],
  postings: Posting[],
  change: Partial<LedgerEntry> = {},
): LedgerEntry {
  return sampleEntry(WHO, key, { kind, postings, ...change });
}

/** A decision that knew of nothing but its order, as it was then. */
function granted(id: string, effect: PlannedEffect, amountMinor: number): StoredDecision {
  const decision = sampleDecision(WHO, id, { decision: sampleDraft({ disposition: 'granted', effects: [effect] }) });
  if (effect.kind !== 'cash_refund') return decision;
  const lot = {
    id: effect.lotId,
    source: 'order' as const,
    cashable: true,
    createdAt: NOON,
    total: 1,
    remaining: 1,
    held: 0,
    restoring: 0,
    forfeiting: 0,
    consumed: 0,
    restored: 0,
    voided: 0,
    forfeited: 0,
    delivered: 0,
  };
  const order = {
    id: effect.orderId,
    sku: 'pack',
    provider: 'sandbox',
    currency: 'EUR',
    amountMinor,
    paidAt: NOON,
    refundedMinor: 0,
    refundingMinor: 0,
    refundedExternallyMinor: 0,
    cashSettled: false,
    refundsReversed: 0,
    creditsBought: 1,
    lot,
    dispute: 'none' as const,
    contactedBeforeDispute: false,
    withdrawalWaived: false,
  };
  return { ...decision, record: { ...decision.record, order } };
}

const EFFECTS = {
  c1: restore('g1'),
  c2: refund('o2', 499, 50),
  c4: restore('g2'),
  c5: refund('o3', 299, 30),
};
const STATUSES: Readonly<Record<string, CaseStatus>> = {
  c1: 'closed',
  c2: 'closed',
  c3: 'in_review',
  c4: 'settling',
  c5: 'settling',
};

function sampleCases(): Unit['cases'] {
  return Object.entries(STATUSES).map(([id, status]) => {
    const effect = id in EFFECTS ? EFFECTS[id as keyof typeof EFFECTS] : undefined;
    const state: CaseEffect['state'] = id === 'c4' ? 'reserved' : 'posted';
    const effects: CaseEffect[] =
      effect === undefined ? [] : [{ key: effect.key, kind: effect.kind, decisionId: `d-${id}`, state }];
    return { doc: sampleCase(WHO, id, { status, effects }), isNew: true };
  });
}

function sampleEntries(): LedgerEntry[] {
  const about = (id: string): Partial<LedgerEntry> => ({ caseId: id, decisionId: `d-${id}` });
  return [
    entry(
      'event/o1',
      'order_paid',
      [...move(CREDITS, 100, 'credits_issued', 'lot/o1'), ...move('EUR', 999, 'sales', 'provider/sandbox')],
      { orderId: 'o1' },
    ),
    entry(
      'event/o2',
      'order_paid',
      [...move(CREDITS, 50, 'credits_issued', 'lot/o2'), ...move('EUR', 499, 'sales', 'provider/sandbox')],
      { orderId: 'o2' },
    ),
    entry(
      'event/o3',
      'order_paid',
      [...move(CREDITS, 30, 'credits_issued', 'lot/o3'), ...move('EUR', 299, 'sales', 'provider/sandbox')],
      { orderId: 'o3' },
    ),
    entry('event/g1', 'credits_spent', move(CREDITS, 10, 'lot/o1', 'credits_consumed')),
    entry('event/g2', 'credits_spent', move(CREDITS, 10, 'lot/o1', 'credits_consumed')),
    entry('post/d-c1/0', 'credits_restored', move(CREDITS, 10, 'credits_consumed', 'lot/o1'), about('c1')),
    entry('post/d-c2/0', 'refund_promised', move('EUR', 499, 'payouts_payable', 'refunds'), {
      ...about('c2'),
      payoutId: EFFECTS.c2.key,
    }),
    entry(`settle/${EFFECTS.c2.key}`, 'refund_settled', move('EUR', 499, 'provider/sandbox', 'payouts_payable'), {
      ...about('c2'),
      orderId: 'o2',
      payoutId: EFFECTS.c2.key,
    }),
    entry(`void/${EFFECTS.c2.key}`, 'credits_voided', move(CREDITS, 50, 'lot/o2', 'credits_voided'), {
      ...about('c2'),
      payoutId: EFFECTS.c2.key,
    }),
    entry('post/d-c5/0', 'refund_promised', move('EUR', 299, 'payouts_payable', 'refunds'), {
      ...about('c5'),
      payoutId: EFFECTS.c5.key,
    }),
  ];
}

/**
 * One customer's history in which every invariant holds: a restore posted (c1), a refund settled (c2), a referral (c3),
 * a restore reserved (c4), a refund queued (c5).
 */
export function sampleHistory(): Unit {
  const openCases = ['c3', 'c4', 'c5'].map((caseId) => ({
    caseId,
    subjectType: 'order' as const,
    subjectId: 'o1',
    reason: 'unused_credits' as const,
    status: STATUSES[caseId] ?? 'closed',
  }));
  const hold = { by: 'decision/d-c5', credits: 30 };
  return sampleUnit({
    guards: [{ customer: sampleCustomer(WHO, { openCases }), isNew: true }],
    wallets: [{ doc: sampleWallet(WHO), isNew: true }],
    lots: [
      { doc: sampleLot(WHO, 'o1', { remaining: 90, consumed: 20, restored: 10, restoring: 10 }), isNew: true },
      { doc: sampleLot(WHO, 'o2', { total: 50, remaining: 0, voided: 50 }), isNew: true },
      { doc: sampleLot(WHO, 'o3', { total: 30, remaining: 30, held: 30, holds: [hold] }), isNew: true },
    ],
    orders: [
      { doc: sampleOrder(WHO, 'o1'), isNew: true },
      { doc: sampleOrder(WHO, 'o2', { amountMinor: 499, refundedMinor: 499, cashSettled: true }), isNew: true },
      { doc: sampleOrder(WHO, 'o3', { amountMinor: 299, refundingMinor: 299 }), isNew: true },
    ],
    generations: ['g1', 'g2'].map((id) => ({ doc: sampleGeneration(WHO, id), isNew: true })),
    cases: sampleCases(),
    decisions: [
      granted('d-c1', EFFECTS.c1, 0),
      granted('d-c2', EFFECTS.c2, 499),
      sampleDecision(WHO, 'd-c3'),
      granted('d-c4', EFFECTS.c4, 0),
      granted('d-c5', EFFECTS.c5, 299),
    ],
    effects: Object.entries(EFFECTS).map(([caseId, { key }]) => ({
      key,
      program: PROGRAM,
      decisionId: `d-${caseId}`,
      caseId,
    })),
    entries: sampleEntries(),
    payouts: [
      {
        doc: samplePayout(WHO, EFFECTS.c2.key, {
          caseId: 'c2',
          decisionId: 'd-c2',
          orderId: 'o2',
          lotId: 'o2',
          amountMinor: 499,
          status: 'settled',
          voidedCredits: 50,
        }),
        isNew: true,
      },
      {
        doc: samplePayout(WHO, EFFECTS.c5.key, {
          caseId: 'c5',
          decisionId: 'd-c5',
          orderId: 'o3',
          lotId: 'o3',
          amountMinor: 299,
        }),
        isNew: true,
      },
    ],
    outbox: [
      sampleMessage(WHO, 'm4', { ref: 'd-c4' }),
      sampleMessage(WHO, 'm5', { topic: 'payout', ref: EFFECTS.c5.key }),
    ],
    auditEvents: [
      {
        id: 'a1',
        action: 'decision.recorded',
        program: PROGRAM,
        actor: 'system/adjudication',
        at: NOON,
        subject: { type: 'decision', id: 'd-c1' },
      },
    ],
  });
}
