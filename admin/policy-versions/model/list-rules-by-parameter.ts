import type { Condition, PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { isReference } from './leaf-choices.ts';

const PARAM = 'param.';

/** Names of the parameters that a condition rests on. */
function listParameters(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(listParameters);
  if ('any' in condition) return condition.any.flatMap(listParameters);
  if ('not' in condition) return listParameters(condition.not);
  const facts = [condition.fact, ...(isReference(condition.value) ? [condition.value.fact] : [])];
  return facts.filter((fact) => fact.startsWith(PARAM)).map((fact) => fact.slice(PARAM.length).split('.')[0] ?? '');
}

/** Parameter to the names of the rules that rest on it, in the order in which they run. */
export function listRulesByParameter({ ruleset }: PolicyContent): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const rule of ruleset.rules) {
    const { forfeitCredits } = rule.event.params;
    const names = [
      ...listParameters(rule.conditions),
      ...(forfeitCredits === undefined ? [] : [forfeitCredits.when, forfeitCredits.sparing]),
    ];
    for (const name of new Set(names)) found.set(name, [...(found.get(name) ?? []), rule.name]);
  }
  return found;
}
