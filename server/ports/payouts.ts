import type { Payout, PayoutStatus } from '../core/payouts/payout.ts';

/** Compare-and-set over payouts, outside the customers' guard: sending moves no balance. */
export interface Payouts {
  find(id: string): Promise<Payout | null>;
  /**
   * Enters `sending`, with a raised fence and a lease, where the payout is as the caller read it: its status and fence are
   * compared, and a `sending` has to be past its lease. Null where anybody was there since, or holds it.
   */
  claimForSending(
    read: Readonly<Pick<Payout, 'id' | 'status' | 'fence'>>,
    now: number,
    leaseMs: number,
  ): Promise<Payout | null>;
  /** Writes the outcome of a call while the fence is still ours; false where it is not. */
  recordAnswer(
    id: string,
    fence: number,
    change: Partial<
      Pick<
        Payout,
        'status' | 'providerRefundId' | 'failureCode' | 'submittedAt' | 'updatedAt' | 'leaseUntil' | 'attempts'
      >
    >,
  ): Promise<boolean>;
  /** Payouts of these providers that are due for another look at `now`, those longest untouched first. */
  listStale(now: number, limit: number, providers: readonly string[]): Promise<Payout[]>;
  /** How many payouts are not over, by provider and status. What is over only grows and is not counted. */
  countOpen(): Promise<{ provider: string; status: PayoutStatus; count: number }[]>;
}
