import { rankOutcome } from '../../core/decisions/rank-outcome.ts';
import type { EvaluatedCandidate } from './evaluate-candidate.ts';
import type { Finding } from './finding.ts';

/** Position of the candidate that decides: the better for the customer, then the larger amount, then the version in force at the request. */
export function selectCandidate(candidates: readonly EvaluatedCandidate[]): number {
  let best = 0;
  for (let index = 1; index < candidates.length; index += 1) {
    const incumbent = candidates[best];
    const challenger = candidates[index];
    if (incumbent === undefined || challenger === undefined) continue;
    if (compareCandidates(challenger, incumbent) > 0) best = index;
  }
  return best;
}

function compareCandidates(a: EvaluatedCandidate, b: EvaluatedCandidate): number {
  const byRank = rankOutcome(a.finding) - rankOutcome(b.finding);
  if (byRank !== 0) return byRank;
  // Of equal rank, both are cash of one order or both credits of one generation: their amounts compare.
  const byAmount = sizeOf(a.finding) - sizeOf(b.finding);
  if (byAmount !== 0) return byAmount;
  return Number(a.candidate.basis === 'request_time') - Number(b.candidate.basis === 'request_time');
}

function sizeOf({ grant }: Finding): number {
  if (grant === null) return 0;
  return grant.kind === 'cash' ? grant.amountMinor : grant.credits;
}
