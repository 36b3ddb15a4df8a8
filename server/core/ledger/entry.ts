import type { CustomerKey } from '../customers/customer-file.ts';

export const ENTRY_KINDS = [
  'order_paid',
  'credits_granted',
  'credits_spent',
  'credits_restored',
  'courtesy_granted',
  'refund_promised',
  'refund_settled',
  'refund_reversed',
  'credits_voided',
  'void_reversed',
  'credits_forfeited',
  'refunded_externally',
  'dispute_lost',
  'courtesy_reversed',
  'restore_reversed',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An ISO 4217 code (minor units) or `credit:<program>`. */
type Commodity = string;

/** One movement: `amount` is a non-zero integer, positive into the account. */
export interface Posting {
  /** `lot/<lot id>`, or a program account such as `credits_issued`, `credits_consumed`, `credits_voided`, `sales`, `refunds`, `payouts_payable`, `provider/<name>`. */
  readonly account: string;
  readonly commodity: Commodity;
  readonly amount: number;
}

/** An immutable ledger entry; its postings sum to zero per commodity. Corrected by a reversing entry, never changed. */
export interface LedgerEntry {
  readonly id: string;
  /** What may happen once: `post/<decision>/<index>`, `event/<program>/<source>/<id>`, `settle/<payout>`… Unique. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly program: string;
  readonly customerKey: CustomerKey;
  readonly walletId?: string;
  readonly orderId?: string;
  readonly generationId?: string;
  readonly caseId?: string;
  readonly decisionId?: string;
  readonly payoutId?: string;
  readonly eventKey?: string;
  /** When what it records happened (event time), and when it was recorded. */
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly postings: readonly Posting[];
  readonly reverses?: string;
}
