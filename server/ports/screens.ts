import type { Lot, Wallet } from '../core/customers/customer-file.ts';
import type { Disposition } from '../core/decisions/decision.ts';
import type { Page, Paged } from './paging.ts';

/** What to count: instants from `fromAt` (inclusive) to `toAt` (exclusive), epoch ms, of these programs. */
export interface Span {
  readonly fromAt: number;
  readonly toAt: number;
  readonly programs: readonly string[];
}

/** Cases whose claim was sent on one UTC day (days since 1970) by the outcome of their latest decision. */
export interface CaseCount {
  readonly day: number;
  readonly disposition: Disposition;
  readonly count: number;
}

/**
 * Cases, by when their claim was sent, that went to a person for one reason. `missing`: facts and parameters that were not known, by name, with the
 * decisions that lacked each.
 */
export interface ReferralCount {
  readonly program: string;
  readonly reasonCode: string;
  readonly count: number;
  readonly missing: readonly { readonly name: string; readonly decisions: number }[];
}

/** What one program granted in one currency; without one, in credits. */
export interface GrantTotal {
  readonly program: string;
  readonly currency: string | null;
  readonly amountMinor: number;
  readonly credits: number;
  readonly decisions: number;
}

/** How many things of one program wait, and since when the oldest does, epoch ms. */
export interface WaitingCount {
  readonly program: string;
  readonly count: number;
  readonly sinceAt: number;
}

/** Sums and lists that only the admin's screens ask for; each takes bounded time or throws STORE_UNAVAILABLE. */
export interface Screens {
  listWallets(page: Page): Promise<Paged<{ readonly wallet: Wallet; readonly lots: readonly Lot[] }>>;
  countCases(span: Span): Promise<CaseCount[]>;
  countReferrals(span: Span): Promise<ReferralCount[]>;
  sumGrants(span: Span): Promise<GrantTotal[]>;
  /** The case that has waited longest for a person. */
  findOldestInReview(
    programs: readonly string[],
  ): Promise<{ readonly caseId: string; readonly program: string; readonly openedAt: number } | null>;
  countInReview(programs: readonly string[]): Promise<WaitingCount[]>;
  countDeadLetters(programs: readonly string[]): Promise<WaitingCount[]>;
  /** Payouts that nobody but a person can move on: failed, rejected, unknown or waiting for an act at the provider. */
  countStuckPayouts(programs: readonly string[]): Promise<WaitingCount[]>;
}

/** States of a payout in which it waits for a person. */
export const STUCK_PAYOUT_STATUSES = ['failed', 'rejected', 'requires_action'] as const;
