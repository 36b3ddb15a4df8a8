import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { Case } from '../core/cases/case.ts';
import type { Customer, CustomerKey, Generation, Lot, Order, Wallet } from '../core/customers/customer-file.ts';
import type { DecisionDraft } from '../core/decisions/decision.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Payout } from '../core/payouts/payout.ts';
import type { CaseRecord } from '../core/records/case-record.ts';
import type { OutboxMessage } from './outbox.ts';
import type { PendingEvent } from './pending-events.ts';
import type { PersonalRow } from './personal-data.ts';

/** A document and whether this unit creates it (inserted, so that a taken id aborts) or replaces it. */
interface Written<T> {
  readonly doc: T;
  readonly isNew: boolean;
}

/** Optimistic guard: the transaction begins by raising `rev` of each customer from exactly this value. `rev` 0 with `isNew`: the customer is created. */
interface Guard {
  readonly customer: Customer;
  readonly isNew: boolean;
}

/** An immutable decision with the record that it was made from. */
export interface StoredDecision {
  readonly id: string;
  readonly caseId: string;
  readonly program: string;
  readonly customerKey: CustomerKey;
  readonly decidedAt: number;
  readonly record: CaseRecord;
  readonly recordDigest: string;
  readonly decision: DecisionDraft;
  /** `system/adjudication` or the person who decided. */
  readonly decidedBy: string;
}

/** The identity of an accepted event and the digest of its body. */
export interface EventReceipt {
  readonly key: string;
  readonly program: string;
  readonly customerKey?: CustomerKey;
  readonly digest: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
}

/** One name that may be used once. */
export interface EffectKey {
  readonly key: string;
  readonly program: string;
  readonly decisionId: string;
  readonly caseId: string;
}

/** A stored answer to an idempotent request; `response` is the JSON that was answered. */
export interface IdempotencyRecord {
  readonly scope: string;
  readonly key: string;
  readonly bodyDigest: string;
  readonly status: number;
  readonly response: string;
  readonly createdAt: number;
}

/**
 * What one transaction writes: everything of the customers in `guards`, all or nothing.
 * Customers are raised first. At most 1,000 documents and 4 MiB; callers split by customer.
 */
export interface Unit {
  readonly at: number;
  readonly guards: Guard[];
  readonly wallets: Written<Wallet>[];
  readonly lots: Written<Lot>[];
  readonly orders: Written<Order>[];
  readonly generations: Written<Generation>[];
  readonly cases: Written<Case>[];
  readonly payouts: Written<Payout>[];
  readonly receipts: EventReceipt[];
  readonly decisions: StoredDecision[];
  readonly entries: LedgerEntry[];
  readonly effects: EffectKey[];
  readonly auditEvents: AuditEvent[];
  readonly outbox: OutboxMessage[];
  readonly outboxDone: string[];
  readonly idempotency: IdempotencyRecord[];
  readonly personal: PersonalRow[];
  readonly pending: Written<PendingEvent>[];
  readonly pendingDone: string[];
}

/** `conflict`: a guard was lost or a write conflicted: read and decide again. `duplicate`: an insert's id was taken: halve until the guilty one is alone. */
export type CommitOutcome = 'committed' | 'conflict' | 'duplicate';

/** Commits units. An unknown commit result is resolved inside (commit again, then look). Throws STORE_UNAVAILABLE. */
export interface UnitOfWork {
  commit(unit: Unit): Promise<CommitOutcome>;
}
