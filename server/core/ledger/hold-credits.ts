import type { Lot, LotHold, Order } from '../customers/customer-file.ts';

/** Credits of a lot that can be spent now. */
export function countSpendable(lot: Readonly<Lot>): number {
  return Math.max(0, lot.remaining - lot.held - lot.forfeiting);
}

/** Credits of a lot that no hold and no forfeiture covers, those on their way back included. */
function countUnheld(lot: Readonly<Lot>): number {
  return Math.max(0, lot.remaining + lot.restoring - lot.held - lot.forfeiting);
}

/** Sets aside all that nobody holds yet, for `by`. */
export function holdUnheld(lot: Lot, by: string): number {
  const credits = countUnheld(lot);
  if (credits > 0) addHold(lot, by, credits);
  return credits;
}

/** Sets aside for every dispute that is still open what nobody holds yet: whoever let go of a hold asks for it again. */
export function holdForDisputes(lot: Lot, disputes: Order['disputes']): void {
  for (const { id, outcome } of disputes) if (outcome === undefined) holdUnheld(lot, `dispute/${id}`);
}

/**
 * Replaces every hold by one of `by` over what remains and what is coming back. It remembers those that decisions had; an
 * open dispute asks for its own again.
 */
export function takeOverHolds(lot: Lot, by: string): number {
  const tookOver = lot.holds.flatMap((hold) =>
    hold.by.startsWith('dispute/') ? [] : [{ by: hold.by, credits: hold.credits }],
  );
  lot.holds = [];
  lot.held = 0;
  const credits = holdUnheld(lot, by);
  const own = lot.holds.find((hold) => hold.by === by);
  if (own !== undefined && tookOver.length > 0) own.tookOver = tookOver;
  return credits;
}

/** What `by` took over from others. */
export function listTakenOver(lot: Readonly<Lot>, by: string): readonly LotHold[] {
  return lot.holds.find((hold) => hold.by === by)?.tookOver ?? [];
}

/** Holds again for those that were taken over, as far as there are credits that nobody holds. */
export function giveBackHolds(lot: Lot, holds: readonly LotHold[]): void {
  for (const { by, credits } of holds) {
    const back = Math.min(credits, countUnheld(lot));
    if (back > 0) addHold(lot, by, back);
  }
}

/** Lets go of what `by` holds, and of what it took over; 0 where it holds nothing. */
export function releaseHold(lot: Lot, by: string): number {
  const credits = lot.holds.reduce((sum, hold) => sum + (hold.by === by ? hold.credits : 0), 0);
  lot.holds = lot.holds.filter((hold) => hold.by !== by);
  lot.held -= credits;
  return credits;
}

function addHold(lot: Lot, by: string, credits: number): void {
  const own = lot.holds.find((hold) => hold.by === by);
  if (own === undefined) lot.holds.push({ by, credits });
  else own.credits += credits;
  lot.held += credits;
}
