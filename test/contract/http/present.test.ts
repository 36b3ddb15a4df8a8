import { describe, expect, it } from 'vitest';
import type { Case } from '../../../server/core/cases/case.ts';
import type { Lot } from '../../../server/core/customers/customer-file.ts';
import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import type { LedgerEntry } from '../../../server/core/ledger/entry.ts';
import type { Payout } from '../../../server/core/payouts/payout.ts';
import { caseViewSchema, listWorkRefs, presentCase } from '../../../server/contract/http/case-view.ts';
import { decisionViewSchema, presentDecision } from '../../../server/contract/http/decision-view.ts';
import { entryViewSchema, presentEntry } from '../../../server/contract/http/entry-view.ts';
import {
  deadLetterViewSchema,
  presentDeadLetter,
  presentRejectedEvent,
  rejectedEventViewSchema,
} from '../../../server/contract/http/operations-view.ts';
import { payoutViewSchema, presentPayout } from '../../../server/contract/http/payout-view.ts';
import { presentProblem, problemSchema } from '../../../server/contract/http/problem.ts';
import { presentWallet, walletViewSchema } from '../../../server/contract/http/wallet-view.ts';
import { AppError } from '../../../server/contract/error-registry.ts';

const AT = Date.UTC(2026, 0, 1);
const ISO = '2026-01-01T00:00:00.000Z';
const version = { policy: 'anumi', number: 3, digest: 'd' };

const kase: Case = {
  id: 'case-1',
  program: 'anumi',
  customerKey: 'anumi/a/b',
  customerId: 'a/b',
  status: 'closed',
  openedAt: AT,
  updatedAt: AT,
  decisionId: 'd1',
  disposition: 'granted',
  reasonCode: 'UNUSED_PACK',
  decisionIds: ['d1'],
  effects: [{ key: 'refund/anumi/o/0', kind: 'cash_refund', decisionId: 'd1', state: 'posted' }],
  closure: 'decided',
  sequence: 2,
  claim: {
    automatic: false,
    reason: 'faulty',
    issue: 'other',
    remedy: 'cash',
    channel: 'api',
    subject: { type: 'order', id: 'o' },
    sentAt: AT,
    receivedAt: AT,
    fields: ['email', 'amount'],
    evidence: ['link'],
    sender: { emailHash: 'hash-of-an-address' },
  },
};

const decision: DecisionDraft = {
  semantics: 1,
  disposition: 'granted',
  remedy: 'cash_full',
  credits: null,
  amountMinor: 999,
  currency: 'EUR',
  reasonCode: 'UNUSED_PACK',
  clauseIds: ['ANUMI-2a'],
  missing: [],
  queue: null,
  policyVersion: version,
  floorVersion: null,
  decisive: 0,
  candidates: [],
  effects: [],
  nearMiss: null,
  message: { customer: 'Yes.', internal: 'Granted.', locale: 'en' },
};

function buildLot(changes: Partial<Lot>): Lot {
  return {
    key: 'anumi/l',
    customerKey: 'anumi/c',
    program: 'anumi',
    walletId: 'w',
    lotId: 'l',
    source: 'order',
    cashable: true,
    createdAt: AT,
    total: 100,
    remaining: 80,
    held: 0,
    holds: [],
    restoring: 0,
    forfeiting: 0,
    consumed: 20,
    restored: 0,
    voided: 0,
    forfeited: 0,
    delivered: 0,
    ...changes,
  };
}

describe('a case', () => {
  it('says which of its work was given up, and where that is replayed', () => {
    const letter = { id: 'm1', code: 'PROVIDER_NOT_CONFIGURED' };
    const stuckOf = (
      ref: string,
      state: 'posted' | 'reserved' | 'reversed' = 'posted',
      kind: 'cash_refund' | 'credit_restore' = 'cash_refund',
    ) =>
      presentCase({ ...kase, effects: [{ key: 'refund/anumi/o/0', kind, decisionId: 'd1', state }] }, [
        { ...letter, ref },
      ]).effects[0]?.stuck;
    const stuck = { code: 'PROVIDER_NOT_CONFIGURED', deadLetterId: 'm1' };
    expect(stuckOf('refund/anumi/o/0')).toEqual(stuck);
    expect(stuckOf('d1', 'reserved', 'credit_restore')).toEqual(stuck);
    expect([stuckOf('other'), stuckOf('d1'), stuckOf('refund/anumi/o/0', 'reversed')]).toEqual([null, null, null]);
    expect(listWorkRefs(kase)).toEqual(['refund/anumi/o/0']);
  });

  it('is shown without hashes, keys and counters', () => {
    const view = presentCase(kase);
    expect(caseViewSchema.strict().parse(view)).toEqual(view);
    expect(view).toMatchObject({
      customerId: 'a/b',
      openedAt: ISO,
      effects: [{ kind: 'cash_refund', state: 'posted' }],
      claim: { fields: ['email', 'amount'], locale: null },
      queue: null,
    });
    expect(JSON.stringify(view)).not.toMatch(/hash-of|anumi\/a|refund\/anumi|sequence/);
  });
});

describe('a decision', () => {
  it('is shown with what the contract names, and no more', () => {
    const view = presentDecision({
      id: 'd1',
      caseId: 'case-1',
      program: 'anumi',
      decidedAt: AT,
      recordDigest: 'r',
      decision,
    });
    expect(decisionViewSchema.strict().parse(view)).toEqual(view);
    expect(Object.keys(view).toSorted()).toEqual([
      'amountMinor',
      'caseId',
      'clauseIds',
      'credits',
      'currency',
      'decidedAt',
      'disposition',
      'floorVersion',
      'id',
      'message',
      'missing',
      'policyVersion',
      'program',
      'reasonCode',
      'recordDigest',
      'remedy',
    ]);
    expect(view).toMatchObject({ decidedAt: ISO, policyVersion: version, amountMinor: 999 });
  });
});

describe('a wallet', () => {
  it('counts what can be spent: remaining without held, forfeiting or what is only promised', () => {
    const view = presentWallet({ program: 'anumi', walletId: 'w', customerId: 'c' }, [
      buildLot({ lotId: 'young', createdAt: AT + 1, remaining: 10, restoring: 5 }),
      buildLot({ lotId: 'old', held: 30, forfeiting: 7 }),
    ]);
    expect(walletViewSchema.parse(view)).toEqual(view);
    expect([view.balance, view.held, view.lots.map(({ lotId }) => lotId)]).toEqual([
      80 - 30 - 7 + 10,
      30,
      ['old', 'young'],
    ]);
    expect(view.lots[0]).toMatchObject({ creditsTotal: 100, creditsRemaining: 80, creditsHeld: 30 });
  });

  it('takes nothing off its balance for a lot of which more is held than remains, credits on their way back included', () => {
    const view = presentWallet({ program: 'anumi', walletId: 'w', customerId: 'c' }, [
      buildLot({ lotId: 'coming', remaining: 0, restoring: 5, held: 5 }),
      buildLot({ lotId: 'free' }),
    ]);
    expect([view.balance, view.held]).toEqual([80, 5]);
  });
});

describe('the rest', () => {
  it('a payout is shown without its reference at the provider, its fence and its lease', () => {
    const payout: Payout = {
      id: 'refund/anumi/o/0',
      program: 'anumi',
      customerKey: 'anumi/c',
      caseId: 'k',
      decisionId: 'd',
      orderId: 'o',
      lotId: 'o',
      provider: 'sandbox',
      paymentRef: 'sbx_secret',
      amountMinor: 1,
      currency: 'EUR',
      holdCredits: 3,
      status: 'sending',
      createdAt: AT,
      updatedAt: AT,
      fence: 4,
      leaseUntil: AT,
      attempts: 1,
      submittedAt: AT,
    };
    const view = presentPayout(payout);
    expect(payoutViewSchema.strict().parse(view)).toEqual(view);
    expect(view).toMatchObject({ customerId: 'c', submittedAt: ISO, settledAt: null, providerRefundId: null });
    expect(JSON.stringify(view)).not.toMatch(/sbx_secret|fence|lease/);
  });

  it('a ledger entry is shown with its postings', () => {
    const entry: LedgerEntry = {
      id: 'e',
      key: 'post/d/0',
      kind: 'credits_restored',
      program: 'anumi',
      customerKey: 'anumi/c',
      generationId: 'g',
      occurredAt: AT,
      recordedAt: AT,
      postings: [
        { account: 'lot/l', commodity: 'credit:anumi', amount: 5 },
        { account: 'credits_consumed', commodity: 'credit:anumi', amount: -5 },
      ],
    };
    const view = presentEntry(entry);
    expect(entryViewSchema.strict().parse(view)).toEqual(view);
    expect(view).toMatchObject({ customerId: 'c', generationId: 'g', walletId: null, recordedAt: ISO });
  });

  it('dead letters and refused events are shown without where their bodies are', () => {
    const letter = {
      id: 'l',
      topic: 'outcome' as const,
      program: 'anumi',
      ref: 'd',
      code: 'GAVE_UP',
      detail: 'x',
      attempts: 8,
      createdAt: AT,
      buriedAt: AT,
      customerKey: 'anumi/c',
    };
    expect(deadLetterViewSchema.strict().parse(presentDeadLetter(letter))).toMatchObject({ buriedAt: ISO });
    const event = {
      id: 'p',
      program: 'anumi',
      eventKey: 'k',
      type: 't',
      status: 'waiting' as const,
      code: 'WAITING',
      message: 'm',
      waitsFor: ['wallet/anumi/w'],
      attempts: 0,
      occurredAt: AT,
      receivedAt: AT,
      personalId: 'personal-1',
      digest: 'x',
    };
    expect(rejectedEventViewSchema.strict().parse(presentRejectedEvent(event))).toMatchObject({
      receivedAt: ISO,
      waitsFor: ['wallet/anumi/w'],
    });
  });

  it('an error is shown as a problem', () => {
    const error = new AppError('INVALID_REQUEST', 'Correct it.', {
      errors: [{ pointer: '/a', code: 'c', message: 'm' }],
    });
    const problem = presentProblem(error, 'r1');
    expect(problemSchema.strict().parse(problem)).toEqual({
      type: 'urn:redress:problem:INVALID_REQUEST',
      title: 'The request does not fit the contract',
      status: 400,
      detail: 'Correct it.',
      code: 'INVALID_REQUEST',
      errors: [{ pointer: '/a', code: 'c', message: 'm' }],
      requestId: 'r1',
    });
  });
});
