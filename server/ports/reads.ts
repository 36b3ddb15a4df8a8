import type { Case } from '../core/cases/case.ts';
import type { Lot, Wallet } from '../core/customers/customer-file.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Payout } from '../core/payouts/payout.ts';
import type { Page, Paged } from './paging.ts';
import type { EventReceipt, IdempotencyRecord, StoredDecision } from './unit-of-work.ts';

/** What is read outside the decision path. `find` answers null where there is none; lists are paged. */
export interface Reads {
  findCase(id: string): Promise<Case | null>;
  listCases(page: Page): Promise<Paged<Case>>;
  findDecisions(ids: readonly string[]): Promise<StoredDecision[]>;
  listDecisions(page: Page): Promise<Paged<StoredDecision>>;
  findWallet(program: string, walletId: string): Promise<{ wallet: Wallet; lots: Lot[] } | null>;
  listEntries(page: Page): Promise<Paged<LedgerEntry>>;
  findPayout(id: string): Promise<Payout | null>;
  listPayouts(page: Page): Promise<Paged<Payout>>;
  /** Receipts by event key. */
  findReceipts(keys: readonly string[]): Promise<Map<string, EventReceipt>>;
  findIdempotency(scope: string, keys: readonly string[]): Promise<Map<string, IdempotencyRecord>>;
}
