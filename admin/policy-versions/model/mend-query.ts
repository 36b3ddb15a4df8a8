import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { isGroup } from './condition-query.ts';
import type { QueryGroup, QueryRule } from './condition-query.ts';
import { firstOperand, fitsOperand, listOperators } from './leaf-choices.ts';
import type { FactChoice } from './leaf-choices.ts';

/**
 * Puts operators and operands right after a fact or an operator was changed: an operator that the fact does not take
 * becomes its first one, an operand that does not fit the first that does. What fits is left as it is; a comparison of
 * a fact that nobody knows is left alone, for the lint to name it.
 */
export function mendQuery(
  query: QueryGroup,
  choices: ReadonlyMap<string, FactChoice>,
  parameters: readonly Parameter[],
): QueryGroup {
  return {
    ...query,
    rules: query.rules.map((part) =>
      isGroup(part) ? mendQuery(part, choices, parameters) : mendRule(part, choices, parameters),
    ),
  };
}

function mendRule(
  rule: QueryRule,
  choices: ReadonlyMap<string, FactChoice>,
  parameters: readonly Parameter[],
): QueryRule {
  const fact = choices.get(rule.field);
  if (fact === undefined) return rule;
  const operators = listOperators(fact.type);
  const operator = operators.includes(rule.operator) ? rule.operator : (operators[0] ?? rule.operator);
  return fitsOperand(rule.value, fact, operator, parameters)
    ? { ...rule, operator }
    : { ...rule, operator, value: firstOperand(fact, operator, parameters) };
}
