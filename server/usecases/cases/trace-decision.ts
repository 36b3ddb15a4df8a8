import type { RulesetTraceView, TraceView } from '../../contract/http/trace-view.ts';
import type { Calendars } from '../../core/calendars/calendar.ts';
import type { DecisionDraft, RulesetOutcome } from '../../core/decisions/decision.ts';
import { verdictSentence } from '../../core/decisions/verdict-sentence.ts';
import { deriveFacts } from '../../core/facts/derive-facts.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { CompiledVersion, DecideInput } from '../../engine/decide/candidate.ts';
import { explainTrace } from '../../engine/explain/explain-trace.ts';

/** Rebuilds the full trace of a decision from its compact one: the verdict first, then every rule of every version that was looked at. */
export function traceDecision(input: DecideInput, decision: DecisionDraft, decisionId: string | null): TraceView {
  const facts = deriveFacts(input.record);
  const { nearMiss } = decision;
  return {
    decisionId,
    verdict: { en: verdictSentence(decision, 'en'), zh: verdictSentence(decision, 'zh') },
    nearMiss:
      nearMiss === null
        ? null
        : {
            ...nearMiss,
            parameter: nearMiss.parameter ?? null,
            margin: nearMiss.margin ?? null,
            words: { ...nearMiss.words },
          },
    decisive: decision.decisive,
    candidates: decision.candidates.map((outcome, index) => {
      const candidate = input.candidates[index];
      if (candidate === undefined) throw new Error(`Decision names candidate ${index}, which was not rebuilt`);
      const { basis, disposition, reasonCode, decidedBy } = outcome;
      return {
        basis,
        disposition,
        reasonCode,
        decidedBy,
        policy: traceRuleset(candidate, outcome.policy, facts, input.calendars),
        floor:
          outcome.floor === undefined || candidate.floor === undefined
            ? null
            : traceRuleset(candidate.floor, outcome.floor, facts, input.calendars),
      };
    }),
  };
}

function traceRuleset(
  { policy }: CompiledVersion,
  outcome: RulesetOutcome,
  facts: Facts,
  calendars: Calendars,
): RulesetTraceView {
  return {
    version: { ...outcome.version },
    rule: outcome.rule ?? null,
    missing: [...outcome.missing],
    // The explained rules are plain values of the view's own shape.
    rules: explainTrace(policy, outcome.trace, facts, calendars) as RulesetTraceView['rules'],
  };
}
