import type { DecisionDraft, NearMiss } from '../../core/decisions/decision.ts';
import { deriveFacts } from '../../core/facts/derive-facts.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import { findNearMiss } from '../explain/find-near-miss.ts';
import type { DecideInput } from './candidate.ts';
import { draftDecision } from './draft-decision.ts';
import { evaluateCandidate, type EvaluatedCandidate } from './evaluate-candidate.ts';
import type { Finding } from './finding.ts';
import { planEffects } from './plan-effects.ts';
import { selectCandidate } from './select-candidate.ts';
import { yieldToOpenCase } from './yield-to-open-case.ts';

/** `decide` under semantics 1: facts, rulesets, floor, the better candidate, amounts, effects, texts. */
export function decideFirst(input: DecideInput): DecisionDraft {
  const { record } = input;
  const facts = deriveFacts(record);
  const evaluated = input.candidates.map((candidate) => evaluateCandidate(candidate, facts, input));
  const decisive = selectCandidate(evaluated);
  const chosen = evaluated[decisive];
  if (chosen === undefined) throw new Error('There is no candidate version to decide by');
  const finding = yieldToOpenCase(chosen.finding, record);
  return draftDecision({
    record,
    finding,
    version: chosen.candidate.version,
    floor: chosen.floor,
    decisive,
    candidates: evaluated.map(({ outcome }) => outcome),
    effects: planEffects(finding, chosen.decidedBy.version.content, input),
    nearMiss: selectNearMiss(chosen, finding, facts, input),
  });
}

/** What kept the customer from something better; asked only where there is something better to be kept from. */
function selectNearMiss(
  chosen: EvaluatedCandidate,
  finding: Finding,
  facts: Facts,
  input: DecideInput,
): NearMiss | null {
  const { decidedBy, evaluation } = chosen;
  const decided = evaluation.blockedByUnknown ? undefined : evaluation.decisive;
  // A grant that came to nothing missed no condition: it is the amount that a person looks at.
  if (decided?.rule.event.type === 'grant') return null;
  if (finding.disposition !== 'denied' && finding.disposition !== 'referred') return null;
  const { policy } = decidedBy;
  return findNearMiss(policy, evaluation.trace, facts, input.calendars, decided?.index ?? null, finding.disposition);
}
