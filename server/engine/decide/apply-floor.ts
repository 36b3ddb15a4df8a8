import { rankOutcome } from '../../core/decisions/rank-outcome.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { referFor, type Finding } from './finding.ts';

/** What the floor came to: a finding, nothing, or that it could not be said, and what was missing for that. */
export interface FloorResult {
  readonly finding: Finding | null;
  readonly unknown: boolean;
  readonly missing: readonly string[];
}

/** Which of the two decides, and its finding. */
export interface Floored {
  readonly decidedBy: 'policy' | 'floor';
  readonly finding: Finding;
}

/** Whether a policy lets the floor apply: its switch `statutoryFloor` is on. */
export function isFloorOn(content: PolicyContent): boolean {
  return content.parameters.some((one) => one.kind === 'switch' && one.name === 'statutoryFloor' && one.value === true);
}

/**
 * Lets the floor improve the customer's outcome and never worsen it. A finding that stands is left alone; a denial
 * beside a floor that cannot be known goes to a person, since what the law gives must not be denied on a guess.
 */
export function applyFloor(policy: Finding, floor: FloorResult): Floored {
  const kept: Floored = { decidedBy: 'policy', finding: policy };
  if (policy.stands) return kept;
  if (floor.unknown) {
    if (policy.disposition !== 'denied') return kept;
    return { decidedBy: 'floor', finding: referFor('STATUTORY_FACTS_MISSING', floor.missing, false) };
  }
  const { finding } = floor;
  // The floor may not send the customer away or ask for more: those are no improvements, whatever their rank.
  if (finding === null || finding.disposition === 'needs_info' || finding.disposition === 'no_action') return kept;
  return rankOutcome(finding) > rankOutcome(policy) ? { decidedBy: 'floor', finding } : kept;
}
