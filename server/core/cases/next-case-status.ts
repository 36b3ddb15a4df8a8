import type { Disposition } from '../decisions/decision.ts';
import type { CaseEffect } from './case.ts';
import type { CaseStatus } from './claim.ts';

/** Where a case stands after a decision: effects still to carry out keep it settling, whatever else was decided. */
export function nextCaseStatus(disposition: Disposition, effects: readonly CaseEffect[]): CaseStatus {
  if (disposition === 'referred') return 'in_review';
  if (disposition === 'needs_info') return 'awaiting_customer';
  return effects.some((effect) => effect.state === 'reserved') ? 'settling' : 'closed';
}
