import type { Parameter } from './parameter.ts';
import type { PolicyContent } from './policy-version.ts';
import type { Condition, Rule } from './ruleset.ts';

/** The parameter of a name; undefined where the content has none. */
export function findByName(content: PolicyContent, name: string): Parameter | undefined {
  return content.parameters.find((one) => one.name === name);
}

function restsOn(condition: Condition, fact: string): boolean {
  if ('not' in condition) return restsOn(condition.not, fact);
  if ('all' in condition) return condition.all.some((one) => restsOn(one, fact));
  if ('any' in condition) return condition.any.some((one) => restsOn(one, fact));
  const right = typeof condition.value === 'object' && 'fact' in condition.value ? condition.value.fact : '';
  return [condition.fact, right].some((name) => name === fact || name.startsWith(`${fact}.`));
}

function usesIn({ conditions, event }: Rule, name: string): boolean {
  const { forfeitCredits } = event.params;
  return forfeitCredits?.when === name || forfeitCredits?.sparing === name || restsOn(conditions, `param.${name}`);
}

/** Names of the rules that rest on a parameter, in their order. */
export function listRulesOf(content: PolicyContent, parameter: string): string[] {
  return content.ruleset.rules.filter((rule) => usesIn(rule, parameter)).map((rule) => rule.name);
}
