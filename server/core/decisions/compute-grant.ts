import { deriveCreditsLeft, deriveRefundableMinor } from '../facts/derive-order-facts.ts';
import { computeProRataMinor } from '../money/compute-pro-rata-minor.ts';
import type { CaseRecord, RecordedGeneration, RecordedOrder } from '../records/case-record.ts';
import type { LotAmount } from './decision.ts';
import type { Remedy } from './remedy.ts';

/** What a remedy comes to: credits, with the lots they go back to, or minor units of the order's currency. */
export type Grant =
  | { readonly kind: 'credits'; readonly credits: number; readonly lots: readonly LotAmount[] }
  | { readonly kind: 'cash'; readonly amountMinor: number; readonly currency: string };

/**
 * Computes what a remedy comes to on a record; null where that is nothing: all has been given back already, or the
 * record holds no order, generation or wallet to give it to.
 */
export function computeGrant(remedy: Remedy, record: CaseRecord): Grant | null {
  switch (remedy) {
    case 'cash_full':
      return grantCash(record.order, deriveRefundableMinor);
    case 'cash_pro_rata':
      return grantCash(record.order, computeUnusedMinor);
    case 'credit_restore':
      return grantCredits(record, listRestorable);
    case 'courtesy_credit':
      return grantCredits(record, () => null);
  }
}

function grantCash(order: RecordedOrder | undefined, compute: (order: RecordedOrder) => number): Grant | null {
  if (order === undefined) return null;
  const amountMinor = compute(order);
  return amountMinor > 0 ? { kind: 'cash', amountMinor, currency: order.currency } : null;
}

function computeUnusedMinor(order: RecordedOrder): number {
  if (!order.lot.cashable || order.creditsBought <= 0) return 0;
  const refundable = deriveRefundableMinor(order);
  const left = Math.min(Math.max(0, deriveCreditsLeft(order.lot)), order.creditsBought);
  return computeProRataMinor(order.amountMinor, left, order.creditsBought, order.refundedExternallyMinor, refundable);
}

/** Lots and credits, or null where the credits come from no lot. */
type FindLots = (generation: RecordedGeneration, credits: number) => readonly LotAmount[] | null;

function grantCredits({ generation, wallet }: CaseRecord, findLots: FindLots): Grant | null {
  if (generation === undefined || wallet === undefined) return null;
  const charged = Math.max(0, generation.credits - generation.creditsRestored);
  const lots = findLots(generation, charged);
  const credits = lots === null ? charged : lots.reduce((sum, lot) => sum + lot.credits, 0);
  return credits > 0 ? { kind: 'credits', credits, lots: lots ?? [] } : null;
}

/** Each lot gets back what it paid net of what it got back before, never more than `credits` in all. */
function listRestorable(generation: RecordedGeneration, credits: number): readonly LotAmount[] {
  const lots: LotAmount[] = [];
  let open = credits;
  for (const part of generation.consumption) {
    const share = Math.min(open, part.credits - part.restored);
    if (share <= 0) continue;
    lots.push({ lotId: part.lotId, credits: share });
    open -= share;
  }
  return lots;
}
