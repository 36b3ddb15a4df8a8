import type { Calendars } from '../../core/calendars/calendar.ts';
import { NOT_APPLICABLE, UNKNOWN, type Facts, type FactValue } from '../../core/facts/fact-value.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Condition, Leaf, Rule } from '../../core/policies/ruleset.ts';
import type { KnownOperand } from '../../core/policies/operators/operator.ts';
import { isSwitchedOff, listParameterFacts, type ParameterFact } from '../compile/list-parameter-facts.ts';
import { comparePlainly } from './compare-plainly.ts';

/** What the interpreter answers; letters as in the compact trace. */
export interface Interpretation {
  readonly rules: string;
  readonly leaves: string;
  readonly decisive: string | null;
  readonly missing: readonly string[];
  readonly blockedByUnknown: boolean;
}

interface Context {
  readonly facts: Facts;
  readonly calendars: Calendars;
  readonly parameters: ReadonlyMap<string, ParameterFact>;
}

interface Answer {
  readonly state: 'h' | 'f' | 'u';
  readonly leaves: string;
  readonly missing: readonly string[];
}

function readName(name: string, { facts, parameters }: Context): FactValue {
  return (name.startsWith('param.') ? (parameters.get(name)?.value as FactValue | undefined) : facts[name]) ?? UNKNOWN;
}

/** Whether a name is not known; a history too short to tell is the fault of its fact, so it counts as that. */
function answerLeaf(leaf: Leaf, negated: boolean, context: Context): Answer {
  const value = readName(leaf.fact, context);
  if (value === NOT_APPLICABLE) return { state: 'f', leaves: 'n', missing: [] };
  const reference = typeof leaf.value === 'object' && 'fact' in leaf.value ? leaf.value.fact : null;
  const operand = reference === null ? (leaf.value as KnownOperand) : context.parameters.get(reference)?.value;
  const missing = [
    ...(value === UNKNOWN ? [leaf.fact] : []),
    ...(operand === undefined && reference !== null ? [reference] : []),
  ];
  if (value === UNKNOWN || operand === undefined) return { state: 'u', leaves: 'u', missing };
  const answer = comparePlainly(leaf.operator, value, operand, context.calendars);
  if (answer === null) return { state: 'u', leaves: 'u', missing: [leaf.fact] };
  const state = answer !== negated ? 'h' : 'f';
  return { state, leaves: state, missing: [] };
}

/** The three-valued tables, one line each; under a negation `all` and `any` change places. */
function answerCondition(condition: Condition, negated: boolean, context: Context): Answer {
  if ('fact' in condition) return answerLeaf(condition, negated, context);
  if ('not' in condition) return answerCondition(condition.not, !negated, context);
  const isAll = 'all' in condition !== negated;
  const answers = ('all' in condition ? condition.all : condition.any).map((child) =>
    answerCondition(child, negated, context),
  );
  const leaves = answers.map((answer) => answer.leaves).join('');
  if (isAll && answers.some(({ state }) => state === 'f')) return { state: 'f', leaves, missing: [] };
  if (!isAll && answers.some(({ state }) => state === 'h')) return { state: 'h', leaves, missing: [] };
  const missing = answers.flatMap((answer) => answer.missing);
  if (answers.some(({ state }) => state === 'u')) return { state: 'u', leaves, missing };
  return { state: isAll ? 'h' : 'f', leaves, missing: [] };
}

function listLeaves(condition: Condition): Leaf[] {
  if ('fact' in condition) return [condition];
  if ('not' in condition) return listLeaves(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listLeaves);
}

/** Whether a rule rests on an unset parameter that switches it off. */
export function isRuleOff(rule: Rule, parameters: ReadonlyMap<string, ParameterFact>): boolean {
  return listLeaves(rule.conditions).some(({ fact, value }) =>
    [fact, typeof value === 'object' && 'fact' in value ? value.fact : ''].some((name) => {
      const parameter = parameters.get(name);
      return parameter !== undefined && isSwitchedOff(parameter);
    }),
  );
}

/**
 * The second reference, for facts that may be unknown: reads the conditions as they are written, `not` included, and
 * shares neither the compiler's normal form nor its operators.
 */
export function interpretRuleset(content: PolicyContent, facts: Facts, calendars: Calendars): Interpretation {
  const parameters = listParameterFacts(content.parameters);
  const rules = [...content.ruleset.rules].sort((one, other) => other.priority - one.priority);
  let [states, leaves, decisive] = ['', '', null as string | null];
  const missing = new Set<string>();
  let blockedByUnknown = false;
  for (const rule of rules) {
    if (isRuleOff(rule, parameters)) {
      states += 'o';
      leaves += 'o'.repeat(listLeaves(rule.conditions).length);
      continue;
    }
    const answer = answerCondition(rule.conditions, false, { facts, calendars, parameters });
    states += answer.state;
    leaves += answer.leaves;
    if (answer.state === 'h') decisive ??= rule.name;
    if (answer.state === 'u' && decisive === null) {
      blockedByUnknown = true;
      for (const name of answer.missing) missing.add(name);
    }
  }
  return { rules: states, leaves, decisive, missing: [...missing].sort(), blockedByUnknown };
}
