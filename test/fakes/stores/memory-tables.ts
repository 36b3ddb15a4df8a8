import type { AuditEvent } from '../../../server/core/audit/audit-event.ts';
import type { Case } from '../../../server/core/cases/case.ts';
import type { Customer, Generation, Lot, Order, Wallet } from '../../../server/core/customers/customer-file.ts';
import type { LedgerEntry } from '../../../server/core/ledger/entry.ts';
import type { Payout } from '../../../server/core/payouts/payout.ts';
import type { Activation, PolicyVersion } from '../../../server/core/policies/policy-version.ts';
import type { PolicyDraft } from '../../../server/core/policies/draft.ts';
import type { DraftRevision } from '../../../server/ports/drafts.ts';
import type { User } from '../../../server/ports/users.ts';
import type { ApiKey } from '../../../server/ports/api-keys.ts';
import type { Incident } from '../../../server/ports/incidents.ts';
import type { OutboxMessage } from '../../../server/ports/outbox.ts';
import type { Page, Paged } from '../../../server/ports/paging.ts';
import type { PendingEvent } from '../../../server/ports/pending-events.ts';
import type { PersonalRow } from '../../../server/ports/personal-data.ts';
import type { EffectKey, EventReceipt, IdempotencyRecord, StoredDecision } from '../../../server/ports/unit-of-work.ts';

/** A message with what the outbox keeps about it. */
export interface MemoryMessage {
  readonly message: OutboxMessage;
  state: 'open' | 'dead';
  dueAt: number;
  attempts: number;
  triedAt?: number;
  letter?: { readonly code: string; readonly detail: string; readonly at: number };
}

/** Everything stored, by id; a test may look into it and change it. */
export interface MemoryTables {
  readonly customers: Map<string, Customer>;
  readonly wallets: Map<string, Wallet>;
  readonly lots: Map<string, Lot>;
  readonly orders: Map<string, Order>;
  readonly generations: Map<string, Generation>;
  readonly cases: Map<string, Case>;
  readonly payouts: Map<string, Payout>;
  readonly receipts: Map<string, EventReceipt>;
  readonly effects: Map<string, EffectKey>;
  readonly idempotency: Map<string, IdempotencyRecord>;
  readonly decisions: Map<string, StoredDecision>;
  readonly entries: Map<string, LedgerEntry>;
  readonly auditEvents: Map<string, AuditEvent>;
  readonly outbox: Map<string, MemoryMessage>;
  readonly personal: Map<string, PersonalRow>;
  readonly pending: Map<string, PendingEvent>;
  readonly versions: Map<string, PolicyVersion>;
  readonly activations: Map<string, Activation>;
  readonly incidents: Map<string, Incident>;
  readonly apiKeys: Map<string, ApiKey>;
  readonly drafts: Map<string, PolicyDraft>;
  readonly draftRevisions: Map<string, DraftRevision>;
  readonly users: Map<string, User>;
  /** Whom an address or a link signs in. */
  readonly signInNames: Map<string, string>;
  readonly attempts: Map<string, { readonly failures: number; readonly lockedUntil?: number }>;
}

/** Empty tables. */
export function createTables(): MemoryTables {
  return {
    customers: new Map(),
    wallets: new Map(),
    lots: new Map(),
    orders: new Map(),
    generations: new Map(),
    cases: new Map(),
    payouts: new Map(),
    receipts: new Map(),
    effects: new Map(),
    idempotency: new Map(),
    decisions: new Map(),
    entries: new Map(),
    auditEvents: new Map(),
    outbox: new Map(),
    personal: new Map(),
    pending: new Map(),
    versions: new Map(),
    activations: new Map(),
    incidents: new Map(),
    apiKeys: new Map(),
    drafts: new Map(),
    draftRevisions: new Map(),
    users: new Map(),
    signInNames: new Map(),
    attempts: new Map(),
  };
}

/** Copies of the rows of these ids, in the order of the ids. */
export function pick<T>(table: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return ids.flatMap((id) => {
    const row = table.get(id);
    return row === undefined ? [] : [structuredClone(row)];
  });
}

/** A copy of one row, or null. */
export function pickOne<T>(table: ReadonlyMap<string, T>, id: string): T | null {
  return pick(table, [id])[0] ?? null;
}

/** One page. `read` names what the contract's words mean, for filter and sort alike. */
export function listPage<T>(rows: Iterable<T>, page: Page, read: (row: T, word: string) => unknown): Paged<T> {
  const fits = (row: T): boolean =>
    Object.entries(page.filter).every(([word, wanted]) => {
      const [, name = word, comparison] = /^(.+)_(gte|gt|lte|lt)$/.exec(word) ?? [];
      const value = read(row, name);
      if (comparison !== undefined) return compare(Number(value), comparison, Number(wanted));
      return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
    });
  const [word, order] = page.sort;
  const sorted = [...rows]
    .filter(fits)
    .toSorted((a, b) => inOrder(read(a, word), read(b, word)) * (order === 'ASC' ? 1 : -1));
  return { items: structuredClone(sorted.slice(page.from, page.to + 1)), total: Math.min(sorted.length, 10_001) };
}

function compare(value: number, comparison: string, bound: number): boolean {
  if (comparison === 'gte') return value >= bound;
  if (comparison === 'gt') return value > bound;
  return comparison === 'lte' ? value <= bound : value < bound;
}

function inOrder(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
