import type { RulesetTraceView, TraceView } from '../../../server/contract/http/trace-view.ts';
import { sameValue } from '../model/same-value.ts';

type RuleView = RulesetTraceView['rules'][number];
type CandidateView = TraceView['candidates'][number];

/** The version of another trace that stands where this one does: looked at for the same reason, else the one that decided. */
export function findTwin(candidate: CandidateView, other: TraceView): CandidateView | undefined {
  return other.candidates.find(({ basis }) => basis === candidate.basis) ?? other.candidates[other.decisive];
}

/** Rules whose trace is not the same on the other side, and the one that decided; all of them where there is no other side. */
export function selectDiffering(
  rules: readonly RuleView[],
  other: readonly RuleView[] | undefined,
): readonly RuleView[] {
  if (other === undefined) return rules;
  const found = new Map(other.map((rule) => [rule.name, rule]));
  return rules.filter((rule) => {
    const twin = found.get(rule.name);
    return (
      rule.decisive ||
      twin === undefined ||
      twin.decisive ||
      !sameValue({ ...rule, priority: 0 }, { ...twin, priority: 0 })
    );
  });
}
