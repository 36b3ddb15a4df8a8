import type { LedgerEntry, Posting } from './entry.ts';

/** An entry before it is given an id and the instant of recording. */
export type EntryDraft = Omit<LedgerEntry, 'id' | 'recordedAt'>;

/** Names of the program's own accounts. Customers' credits are in `lot/<lot id>`. */
export const ACCOUNTS = {
  creditsIssued: 'credits_issued',
  creditsConsumed: 'credits_consumed',
  creditsVoided: 'credits_voided',
  creditsForfeited: 'credits_forfeited',
  sales: 'sales',
  refunds: 'refunds',
  chargebacks: 'chargebacks',
  payoutsPayable: 'payouts_payable',
} as const;

/** Account of a lot's credits. */
export function lotAccount(lotId: string): string {
  return `lot/${lotId}`;
}

/** Account of the money that a payment provider holds for the program. */
export function providerAccount(provider: string): string {
  return `provider/${provider}`;
}

/** Commodity of a program's credits. */
export function creditsOf(program: string): string {
  return `credit:${program}`;
}

/** Two postings that move `amount` (positive integer) of one commodity. */
export function moveAmount(commodity: string, amount: number, from: string, to: string): Posting[] {
  return [
    { account: from, commodity, amount: -amount },
    { account: to, commodity, amount },
  ];
}

/** Commodities whose postings do not sum to zero, with their sums; empty for a balanced entry. Throws on an amount that is no safe non-zero integer. */
export function checkBalanced(postings: readonly Posting[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { commodity, amount } of postings) {
    if (!Number.isSafeInteger(amount) || amount === 0)
      throw new Error(`A posting's amount must be a non-zero safe integer, not ${amount}`);
    sums.set(commodity, (sums.get(commodity) ?? 0) + amount);
  }
  for (const [commodity, sum] of sums) if (sum === 0) sums.delete(commodity);
  return sums;
}
