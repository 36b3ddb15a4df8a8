import type { Lot } from '../../core/customers/customer-file.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

const COUNTERS = [
  'total',
  'remaining',
  'held',
  'restoring',
  'forfeiting',
  'consumed',
  'restored',
  'voided',
  'forfeited',
  'delivered',
] as const;

/** A lot's counters agree with each other, and none is below zero. */
export const lotEquations: Invariant = {
  name: 'no lot is below zero, and its counters agree',
  async check(audit) {
    let count = 0;
    for await (const lot of audit.lots()) {
      count += 1;
      const problem = findProblem(lot);
      if (problem !== null) return { checked: countOf(count, 'lot'), violation: `lot ${lot.key}: ${problem}` };
    }
    return { checked: countOf(count, 'lot') };
  },
};

function findProblem(lot: Lot): string | null {
  const below = COUNTERS.find((name) => !Number.isSafeInteger(lot[name]) || lot[name] < 0);
  if (below !== undefined) return `${below} is ${lot[below]}`;
  const left = lot.total - lot.consumed + lot.restored - lot.voided - lot.forfeited;
  if (lot.remaining !== left)
    return `remaining is ${lot.remaining}, total − consumed + restored − voided − forfeited is ${left}`;
  const holds = lot.holds.reduce((sum, hold) => sum + hold.credits, 0);
  if (holds !== lot.held) return `held is ${lot.held}, its holds sum to ${holds}`;
  if (lot.held + lot.forfeiting > lot.remaining + lot.restoring) {
    return `held and forfeiting are ${lot.held + lot.forfeiting}, remaining and restoring only ${lot.remaining + lot.restoring}`;
  }
  return null;
}
