import type { CanonicalDocument } from '../core/audit/canonical-document.ts';
import type { Case } from '../core/cases/case.ts';
import type { Customer, Lot, Order } from '../core/customers/customer-file.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Payout } from '../core/payouts/payout.ts';
import type { OutboxMessage } from './outbox.ts';
import type { EffectKey, StoredDecision } from './unit-of-work.ts';

/** A message as it stands. `dueAt` is epoch ms; a dead one has been given up, with the code why. */
export interface MessageState extends OutboxMessage {
  readonly state: 'open' | 'dead';
  readonly dueAt: number;
  readonly code?: string;
}

/**
 * Everything that `verify` looks at, as of one instant, however long the reading takes. Each call begins a stream
 * of its own; rows come one by one, so that memory does not grow with the store.
 */
export interface LedgerAudit {
  /** The instant of what is read, epoch ms. */
  readonly at: number;
  entries(): AsyncIterable<LedgerEntry>;
  lots(): AsyncIterable<Lot>;
  orders(): AsyncIterable<Order>;
  customers(): AsyncIterable<Customer>;
  cases(): AsyncIterable<Case>;
  payouts(): AsyncIterable<Payout>;
  decisions(): AsyncIterable<StoredDecision>;
  effects(): AsyncIterable<EffectKey>;
  messages(): AsyncIterable<MessageState>;
  /** All sealed documents except journals. */
  sealed(): AsyncIterable<CanonicalDocument>;
  /** Journals; the body of each lists `[kind, id, digest]` of what one transaction sealed. */
  journals(): AsyncIterable<CanonicalDocument>;
  close(): Promise<void>;
}

/** Opens an audit of the store as it is now. */
export interface LedgerAudits {
  open(now: number): Promise<LedgerAudit>;
}
