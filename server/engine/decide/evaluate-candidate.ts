import type { CandidateOutcome, RulesetOutcome, VersionRef } from '../../core/decisions/decision.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { PolicyVersion } from '../../core/policies/policy-version.ts';
import { evaluate, type Evaluation } from '../evaluate/evaluate.ts';
import { applyFloor, isFloorOn, type FloorResult } from './apply-floor.ts';
import type { Candidate, DecideInput, CompiledVersion } from './candidate.ts';
import type { Finding } from './finding.ts';
import { selectFinding } from './select-finding.ts';

/** A candidate with its finding, the floor applied. */
export interface EvaluatedCandidate {
  readonly candidate: Candidate;
  readonly finding: Finding;
  readonly outcome: CandidateOutcome;
  /** The ruleset that the finding comes from, and how it ran. */
  readonly decidedBy: CompiledVersion;
  readonly evaluation: Evaluation;
  /** The floor that was applied, whether or not it decided. */
  readonly floor: PolicyVersion | null;
}

/** Runs a candidate's ruleset and, where its switch is on, its floor. Throws where a program's rules leave a case open. */
export function evaluateCandidate(candidate: Candidate, facts: Facts, input: DecideInput): EvaluatedCandidate {
  const policy = runVersion(candidate, facts, input);
  if (policy.finding === null)
    throw new Error(`No rule of ${candidate.version.policy} #${candidate.version.number} held`);
  const floorVersion = isFloorOn(candidate.version.content) ? candidate.floor : undefined;
  const floor = floorVersion === undefined ? undefined : runVersion(floorVersion, facts, input);
  const { decidedBy, finding } = applyFloor(policy.finding, floor?.result ?? NO_FLOOR);
  const deciding = decidedBy === 'floor' && floor !== undefined ? floor : policy;
  return {
    candidate,
    finding,
    outcome: {
      basis: candidate.basis,
      policy: policy.outcome,
      ...(floor === undefined ? {} : { floor: floor.outcome }),
      decidedBy,
      disposition: finding.disposition,
      reasonCode: finding.reasonCode,
    },
    decidedBy: deciding.compiled,
    evaluation: deciding.evaluation,
    floor: floorVersion?.version ?? null,
  };
}

const NO_FLOOR: FloorResult = { finding: null, unknown: false, missing: [] };

interface Run {
  readonly compiled: CompiledVersion;
  readonly evaluation: Evaluation;
  readonly finding: Finding | null;
  readonly result: FloorResult;
  readonly outcome: RulesetOutcome;
}

function runVersion(compiled: CompiledVersion, facts: Facts, { record, calendars }: DecideInput): Run {
  const evaluation = evaluate(compiled.policy, facts, calendars);
  const { trace, decisive, missing, blockedByUnknown } = evaluation;
  const finding = selectFinding(evaluation, compiled.policy, facts, record);
  const rule = blockedByUnknown ? undefined : decisive?.rule.name;
  return {
    compiled,
    evaluation,
    finding,
    result: { finding, unknown: blockedByUnknown, missing },
    outcome: { version: refVersion(compiled.version), trace, ...(rule === undefined ? {} : { rule }), missing },
  };
}

/** A version as decisions cite it. */
export function refVersion({ policy, number, digest }: PolicyVersion): VersionRef {
  return { policy, number, digest };
}
