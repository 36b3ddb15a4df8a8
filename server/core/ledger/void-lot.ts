import type { Lot } from '../customers/customer-file.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount } from './draft-entry.ts';
import type { Posting } from './entry.ts';

/** Takes all that remains out of a lot, holds included; answers the postings, none where nothing remained. */
export function voidLot(lot: Lot): Posting[] {
  const credits = lot.remaining - lot.forfeiting;
  lot.holds = [];
  lot.held = 0;
  if (credits <= 0) return [];
  lot.remaining -= credits;
  lot.voided += credits;
  return moveAmount(creditsOf(lot.program), credits, lotAccount(lot.lotId), ACCOUNTS.creditsVoided);
}

/** Credits that postings void. */
export function countVoided(postings: readonly Posting[]): number {
  return postings.reduce((sum, { account, amount }) => sum + (account === ACCOUNTS.creditsVoided ? amount : 0), 0);
}
