import type { Case } from '../../server/core/cases/case.ts';
import type {
  Customer,
  CustomerKey,
  Generation,
  Lot,
  Order,
  Wallet,
} from '../../server/core/customers/customer-file.ts';
import type { LedgerEntry } from '../../server/core/ledger/entry.ts';
import type { Payout } from '../../server/core/payouts/payout.ts';
import type { OutboxMessage } from '../../server/ports/outbox.ts';
import type { PendingEvent } from '../../server/ports/pending-events.ts';
import type { Unit } from '../../server/ports/unit-of-work.ts';

/** Noon of 1 March 2026, UTC. */
export const NOON = 1_772_366_400_000;
export const PROGRAM = 'anumi';

type Change<T> = Partial<T>;

export function keyOf(customerId: string): CustomerKey {
  return `${PROGRAM}/${customerId}`;
}

export function sampleCustomer(customerId: string, change: Change<Customer> = {}): Customer {
  return {
    key: keyOf(customerId),
    program: PROGRAM,
    customerId,
    rev: 0,
    status: 'active',
    statusAt: 0,
    profileAt: {},
    emailHashes: [],
    phoneHashes: [],
    claims: [],
    cashDecisions: [],
    openCases: [],
    ...change,
  };
}

export function sampleWallet(customerId: string, walletId = `w-${customerId}`): Wallet {
  return {
    key: `${PROGRAM}/${walletId}`,
    customerKey: keyOf(customerId),
    program: PROGRAM,
    walletId,
    grants: [],
  };
}

export function sampleLot(customerId: string, lotId: string, change: Change<Lot> = {}): Lot {
  return {
    key: `${PROGRAM}/${lotId}`,
    customerKey: keyOf(customerId),
    program: PROGRAM,
    walletId: `w-${customerId}`,
    lotId,
    source: 'order',
    cashable: true,
    orderId: lotId,
    createdAt: NOON,
    total: 100,
    remaining: 100,
    held: 0,
    holds: [],
    restoring: 0,
    forfeiting: 0,
    consumed: 0,
    restored: 0,
    voided: 0,
    forfeited: 0,
    delivered: 0,
    ...change,
  };
}

export function sampleOrder(customerId: string, orderId: string, change: Change<Order> = {}): Order {
  return {
    key: `${PROGRAM}/${orderId}`,
    customerKey: keyOf(customerId),
    program: PROGRAM,
    orderId,
    walletId: `w-${customerId}`,
    sku: 'pack-100',
    credits: 100,
    amountMinor: 999,
    currency: 'EUR',
    provider: 'sandbox',
    paymentRef: `sbx_${orderId}`,
    paidAt: NOON,
    refundedMinor: 0,
    refundingMinor: 0,
    refundedExternallyMinor: 0,
    overRefundedMinor: 0,
    refundsReversed: 0,
    cashSettled: false,
    disputes: [],
    ...change,
  };
}

export function sampleGeneration(
  customerId: string,
  generationId: string,
  change: Change<Generation> = {},
): Generation {
  return {
    key: `${PROGRAM}/${generationId}`,
    customerKey: keyOf(customerId),
    program: PROGRAM,
    generationId,
    walletId: `w-${customerId}`,
    status: 'charged',
    statusAt: NOON,
    feature: 'image',
    surface: 'single',
    credits: 10,
    consumption: [],
    deliveries: [],
    creditsRestored: 0,
    remediesReversed: 0,
    contradictions: [],
    ...change,
  };
}

export function sampleCase(customerId: string, id: string, change: Change<Case> = {}): Case {
  return {
    id,
    program: PROGRAM,
    customerKey: keyOf(customerId),
    customerId,
    claim: {
      automatic: false,
      reason: 'unused_credits',
      issue: 'other',
      remedy: 'cash',
      channel: 'api',
      subject: { type: 'order', id: 'o1' },
      sentAt: NOON,
      receivedAt: NOON,
      fields: [],
      evidence: [],
    },
    status: 'closed',
    openedAt: NOON,
    updatedAt: NOON,
    decisionId: `d-${id}`,
    disposition: 'denied',
    reasonCode: 'WINDOW_PASSED',
    decisionIds: [`d-${id}`],
    effects: [],
    sequence: 0,
    ...change,
  };
}

export function sampleEntry(customerId: string, key: string, change: Change<LedgerEntry> = {}): LedgerEntry {
  return {
    id: `e-${key}`,
    key,
    kind: 'order_paid',
    program: PROGRAM,
    customerKey: keyOf(customerId),
    occurredAt: NOON,
    recordedAt: NOON,
    postings: [
      { account: 'credits_issued', commodity: `credit:${PROGRAM}`, amount: -100 },
      { account: 'lot/o1', commodity: `credit:${PROGRAM}`, amount: 100 },
    ],
    ...change,
  };
}

export function samplePayout(customerId: string, id: string, change: Change<Payout> = {}): Payout {
  return {
    id,
    program: PROGRAM,
    customerKey: keyOf(customerId),
    caseId: 'c1',
    decisionId: 'd-c1',
    orderId: 'o1',
    lotId: 'o1',
    provider: 'sandbox',
    paymentRef: 'sbx_o1',
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

export function sampleMessage(customerId: string, id: string, change: Change<OutboxMessage> = {}): OutboxMessage {
  return {
    id,
    topic: 'outcome',
    program: PROGRAM,
    customerKey: keyOf(customerId),
    ref: 'd-c1',
    createdAt: NOON,
    ...change,
  };
}

export function samplePending(id: string, change: Change<PendingEvent> = {}): PendingEvent {
  return {
    id,
    program: PROGRAM,
    eventKey: id,
    type: 'redress.generation.charged',
    digest: 'ab',
    status: 'waiting',
    code: 'WAITING',
    message: 'waits',
    waitsFor: [`wallet/${PROGRAM}/w1`],
    personalId: `raw-${id}`,
    occurredAt: NOON,
    receivedAt: NOON,
    attempts: 0,
    ...change,
  };
}

/** A unit that writes nothing but what is given. */
export function sampleUnit(parts: Partial<Unit>): Unit {
  return {
    at: NOON,
    guards: [],
    wallets: [],
    lots: [],
    orders: [],
    generations: [],
    cases: [],
    payouts: [],
    receipts: [],
    decisions: [],
    entries: [],
    effects: [],
    auditEvents: [],
    outbox: [],
    outboxDone: [],
    idempotency: [],
    personal: [],
    pending: [],
    pendingDone: [],
    ...parts,
  };
}
