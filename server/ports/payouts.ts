import type { Payout, PayoutStatus } from '../core/payouts/payout.ts';

/** Compare-and-set over payouts, outside the customers' guard: sending moves no balance. */
export interface Payouts {
  find(id: string): Promise<Payout | null>;
  /**
   * Enters `sending` from `from` (or from a `sending` whose lease is over) with a raised fence and a lease; null where another holds it.
   */
  claimForSending(id: string, from: readonly PayoutStatus[], now: number, leaseMs: number): Promise<Payout | null>;
  /** Writes the outcome of a call while the fence is still ours; false where it is not. */
  recordAnswer(
    id: string,
    fence: number,
    change: Partial<
      Pick<Payout, 'status' | 'providerRefundId' | 'failureCode' | 'submittedAt' | 'updatedAt' | 'leaseUntil'>
    >,
  ): Promise<boolean>;
  /** Payouts to look at again: `sending` with an old lease, `unknown`, `submitted` or `pending_approval` older than `olderThan`. */
  listStale(now: number, limit: number): Promise<Payout[]>;
  countByStatus(): Promise<{ provider: string; status: PayoutStatus; count: number }[]>;
}
