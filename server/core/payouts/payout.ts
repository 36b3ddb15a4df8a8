import type { CustomerKey, LotHold } from '../customers/customer-file.ts';

export const PAYOUT_STATUSES = [
  'queued',
  'sending',
  'submitted',
  'settled',
  'pending_approval',
  'requires_action',
  'unknown',
  'failed',
  'rejected',
  'reversed',
  'cancelled',
] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** One cash refund on its way to the customer. `id` is the refund's effect key and the provider's idempotency key, for good. */
export interface Payout {
  readonly id: string;
  readonly program: string;
  readonly customerKey: CustomerKey;
  readonly caseId: string;
  readonly decisionId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly provider: string;
  readonly paymentRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Credits held by the decision, voided on settlement. */
  readonly holdCredits: number;
  status: PayoutStatus;
  readonly createdAt: number;
  updatedAt: number;
  /** Raised at each entry into `sending`; a holder of an older fence may not write. */
  fence: number;
  leaseUntil?: number;
  attempts: number;
  /** The provider's own id and its machine-readable reason; answers in full are in `personal`. */
  providerRefundId?: string;
  failureCode?: string;
  submittedAt?: number;
  settledAt?: number;
  /** Credits that settlement voided, given back should the refund fail afterwards. */
  voidedCredits?: number;
  /** Reviews' holds that the decision had taken over, given back with them. */
  tookOver?: readonly LotHold[];
  /** For a provider that takes no key: look-ups in a row that found nothing, and the instant of the last one. */
  emptyLookUps?: number;
  lookedUpAt?: number;
}
