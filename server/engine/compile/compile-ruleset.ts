import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { FactType } from '../../core/facts/fact-value.ts';
import { findOperator } from '../../core/policies/operators/operator-table.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Leaf, Rule } from '../../core/policies/ruleset.ts';
import { compileProgram } from './compile-program.ts';
import type { CompiledLeaf, CompiledNode, CompiledRule, CompiledRuleset } from './compiled-ruleset.ts';
import { isSwitchedOff, listParameterFacts, type ParameterFact } from './list-parameter-facts.ts';
import { normalizeCondition, type NormalCondition } from './normalize-condition.ts';

/** The rules in running order: highest priority first. */
function sortRules(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((one, other) => other.priority - one.priority);
}

function isOff({ parameter, factParameter }: CompiledLeaf): boolean {
  return (
    (parameter !== undefined && isSwitchedOff(parameter)) ||
    (factParameter !== undefined && isSwitchedOff(factParameter))
  );
}

function getParameter(parameters: ReadonlyMap<string, ParameterFact>, name: string): ParameterFact {
  const found = parameters.get(name);
  if (found === undefined) throw new RangeError(`Unknown parameter ${name}`);
  return found;
}

function compileLeaf(leaf: Leaf, parameters: ReadonlyMap<string, ParameterFact>): CompiledLeaf {
  const found = findOperator(leaf.operator);
  if (found === null) throw new RangeError(`Unknown operator ${leaf.operator}`);
  const factParameter = leaf.fact.startsWith('param.') ? { factParameter: getParameter(parameters, leaf.fact) } : {};
  if (typeof leaf.value !== 'object' || !('fact' in leaf.value))
    return { leaf, found, operand: leaf.value, ...factParameter };
  const parameter = getParameter(parameters, leaf.value.fact);
  const operand = parameter.value === undefined ? {} : { operand: parameter.value };
  return { leaf, found, parameter, ...operand, ...factParameter };
}

/**
 * Compiles a policy's ruleset to closures, once per version: parameters become constants, every `not` goes to the
 * leaves, and a comparison that several rules make is made once a run. The content must have passed the lint.
 * @throws RangeError for a fact, an operator or a parameter that does not exist.
 */
export function compileRuleset(content: PolicyContent, dictionary: FactDictionary): CompiledRuleset {
  const parameters = listParameterFacts(content.parameters);
  const leaves: CompiledLeaf[] = [];
  const compileNode = (condition: NormalCondition): CompiledNode => {
    if ('fact' in condition) return { kind: 'leaf', leaf: leaves.push(compileLeaf(condition, parameters)) - 1 };
    if ('all' in condition) return { kind: 'all', children: condition.all.map(compileNode) };
    return { kind: 'any', children: condition.any.map(compileNode) };
  };
  const rules = sortRules(content.ruleset.rules).map((rule, index): CompiledRule => {
    const firstLeaf = leaves.length;
    const root = compileNode(normalizeCondition(rule.conditions));
    return {
      rule,
      index,
      off: leaves.slice(firstLeaf).some(isOff),
      root,
      firstLeaf,
      leafCount: leaves.length - firstLeaf,
    };
  });
  const typeOf = (fact: string): FactType => {
    const type = dictionary.get(fact)?.type ?? parameters.get(fact)?.factType;
    if (type === undefined) throw new RangeError(`Unknown fact ${fact}`);
    return type;
  };
  const program = compileProgram(rules, leaves, typeOf);
  return { rules, leaves, decisives: rules.map(({ rule, index }) => ({ rule, index })), dictionary, program };
}
