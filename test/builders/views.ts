import type { CaseView } from '../../server/contract/http/case-view.ts';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import type { EntryView } from '../../server/contract/http/entry-view.ts';
import type { DeadLetterView, RejectedEventView } from '../../server/contract/http/operations-view.ts';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import type { TraceView } from '../../server/contract/http/trace-view.ts';
import type { WalletView } from '../../server/contract/http/wallet-view.ts';

const AT = '2026-03-01T10:00:00.000Z';
const version = { policy: 'anumi', number: 1, digest: 'a'.repeat(64) };

/** A case of the program as HTTP shows it. */
export function buildCaseView(program: string): CaseView {
  return {
    id: 'case-1',
    program,
    customerId: 'c1',
    status: 'settling',
    subject: { type: 'order', id: 'o1' },
    openedAt: AT,
    updatedAt: AT,
    decisionId: 'decision-1',
    claim: {
      automatic: false,
      reason: 'unused_credits',
      issue: 'other',
      remedy: 'cash',
      channel: 'email',
      sentAt: AT,
      receivedAt: AT,
      fields: ['orderId'],
      evidence: [],
      locale: null,
    },
    disposition: 'granted',
    reasonCode: 'UNUSED_PACK',
    queue: null,
    effects: [{ kind: 'cash_refund', state: 'reserved', stuck: null }],
    closure: null,
    supersededBy: null,
    duplicateOfCaseId: null,
  };
}

/** A decision of the program as HTTP shows it. */
export function buildDecisionView(program: string): DecisionView {
  return {
    id: 'decision-1',
    caseId: 'case-1',
    program,
    disposition: 'granted',
    remedy: 'cash_full',
    credits: null,
    amountMinor: 999,
    currency: 'EUR',
    reasonCode: 'UNUSED_PACK',
    clauseIds: ['ANUMI-2a'],
    missing: [],
    policyVersion: version,
    floorVersion: null,
    recordDigest: 'b'.repeat(64),
    decidedAt: AT,
    message: { customer: 'You get your money back.', internal: 'Granted.', locale: 'en' },
  };
}

/** A trace as HTTP shows it. */
export function buildTraceView(): TraceView {
  const sentence = { en: 'The pack is unused.', zh: '该套餐未使用。' };
  const leaf = {
    type: 'leaf' as const,
    state: 'held' as const,
    fact: 'order.creditsUsedNet',
    operator: 'equal',
    actual: 0,
    operand: 0,
    parameter: null,
    margin: null,
    sentence,
  };
  return {
    decisionId: 'decision-1',
    verdict: sentence,
    nearMiss: null,
    decisive: 0,
    candidates: [
      {
        basis: 'request_time',
        disposition: 'granted',
        reasonCode: 'UNUSED_PACK',
        decidedBy: 'policy',
        floor: null,
        policy: {
          version,
          rule: 'unused-pack',
          missing: [],
          rules: [
            {
              name: 'unused-pack',
              stage: 'billing',
              priority: 100,
              effect: 'grant',
              remedy: 'cash_full',
              reasonCode: 'UNUSED_PACK',
              clauseId: 'ANUMI-2a',
              state: 'held',
              decisive: true,
              conditions: { type: 'all', state: 'held', nodes: [leaf, { type: 'not', state: 'held', nodes: [leaf] }] },
            },
          ],
        },
      },
    ],
  };
}

/** A wallet of the program as HTTP shows it. */
export function buildWalletView(program: string): WalletView {
  return { program, walletId: 'w1', customerId: 'c1', balance: 10, held: 0, lots: [] };
}

/** A ledger entry of the program as HTTP shows it. */
export function buildEntryView(program: string): EntryView {
  return {
    id: 'entry-1',
    key: `event/${program}/s/e1`,
    kind: 'credits_granted',
    program,
    customerId: 'c1',
    walletId: 'w1',
    orderId: null,
    generationId: null,
    caseId: null,
    decisionId: null,
    payoutId: null,
    occurredAt: AT,
    recordedAt: AT,
    reverses: null,
    postings: [
      { account: 'lot/l1', commodity: `credit:${program}`, amount: 5 },
      { account: 'credits_issued', commodity: `credit:${program}`, amount: -5 },
    ],
  };
}

/** A payout of the program as HTTP shows it. */
export function buildPayoutView(program: string): PayoutView {
  return {
    id: `refund/${program}/o1/0`,
    program,
    customerId: 'c1',
    caseId: 'case-1',
    decisionId: 'decision-1',
    orderId: 'o1',
    provider: 'sandbox',
    amountMinor: 999,
    currency: 'EUR',
    status: 'settled',
    attempts: 1,
    providerRefundId: 'r1',
    failureCode: null,
    createdAt: AT,
    updatedAt: AT,
    submittedAt: AT,
    settledAt: AT,
  };
}

/** A dead letter of the program as HTTP shows it. */
export function buildDeadLetterView(program: string): DeadLetterView {
  return {
    id: 'letter-1',
    topic: 'payout',
    program,
    ref: `refund/${program}/o1/0`,
    code: 'GAVE_UP',
    detail: 'Tried 8 times.',
    attempts: 8,
    createdAt: AT,
    buriedAt: AT,
  };
}

/** A refused event of the program as HTTP shows it. */
export function buildRejectedEventView(program: string): RejectedEventView {
  return {
    id: `${program}/%2Fshop/e1#1`,
    program,
    eventKey: `${program}/%2Fshop/e1`,
    type: 'redress.generation.charged',
    status: 'rejected',
    code: 'INSUFFICIENT_CREDITS',
    message: 'The wallet holds less.',
    waitsFor: [`wallet/${program}/w1`],
    attempts: 1,
    occurredAt: AT,
    receivedAt: AT,
  };
}
