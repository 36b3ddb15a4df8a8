import type { Facts } from '../../core/facts/fact-value.ts';
import { listLacking } from '../../core/policies/operators/includes-all.ts';
import type { Rule } from '../../core/policies/ruleset.ts';
import type { CompiledRuleset } from '../compile/compiled-ruleset.ts';

/**
 * What a customer has yet to give where `rule` asks for information: the sorted elements that its `lacksAny`
 * conditions found wanting, such as `["description"]`.
 */
export function listMissingElements(rule: Rule, compiled: CompiledRuleset, facts: Facts): string[] {
  const found = compiled.rules.find((candidate) => candidate.rule.name === rule.name);
  if (found === undefined) return [];
  const missing = new Set<string>();
  for (const { leaf, found: operator, operand } of compiled.leaves.slice(
    found.firstLeaf,
    found.firstLeaf + found.leafCount,
  )) {
    const value = facts[leaf.fact];
    if (operator.pair.operator !== 'includesAll' || !operator.negated) continue;
    if (isTextList(value) && isTextList(operand))
      for (const element of listLacking(value, operand)) missing.add(element);
  }
  return [...missing].sort();
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
