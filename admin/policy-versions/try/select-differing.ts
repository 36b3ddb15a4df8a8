import type { EvaluationReply } from '../../../server/contract/http/replies.ts';
import type { RulesetTraceView } from '../../../server/contract/http/trace-view.ts';
import { sameValue } from '../model/same-value.ts';

type RuleView = RulesetTraceView['rules'][number];

/** Rules whose trace is not the same on the other side, and the one that decided; all of them where there is no other side. */
export function selectDiffering(rules: readonly RuleView[], other: EvaluationReply | null): readonly RuleView[] {
  if (other === null) return rules;
  const candidate = other.trace.candidates[other.trace.decisive];
  const found = new Map(
    [...(candidate?.policy.rules ?? []), ...(candidate?.floor?.rules ?? [])].map((rule) => [rule.name, rule]),
  );
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
