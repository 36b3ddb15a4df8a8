import type { Lot } from '../customers/customer-file.ts';
import type { LotAmount } from '../decisions/decision.ts';
import { countSpendable } from './hold-credits.ts';

/** Which lots pay `credits`: those that are not cashable first, then purchased ones, oldest first. Null where they do not reach. */
export function planSpending(lots: readonly Readonly<Lot>[], credits: number): LotAmount[] | null {
  const order = [...lots].sort(
    (a, b) => Number(a.cashable) - Number(b.cashable) || a.createdAt - b.createdAt || (a.lotId < b.lotId ? -1 : 1),
  );
  const plan: LotAmount[] = [];
  let open = credits;
  for (const lot of order) {
    const take = Math.min(open, countSpendable(lot));
    if (take > 0) plan.push({ lotId: lot.lotId, credits: take });
    open -= take;
    if (open === 0) return plan;
  }
  return null;
}
