import type { FactType } from '../../core/facts/fact-value.ts';
import { compileGroup } from './compile-group.ts';
import type { CompiledLeaf, CompiledRule, FactSlot, GroupTest, Program } from './compiled-ruleset.ts';
import { testConstant } from './test-constant.ts';
import { OFF } from './states.ts';

const KIND_OF: Readonly<Record<FactType, FactSlot['kind']>> = {
  choice: 'string',
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  duration: 'number',
  list: 'object',
  interval: 'object',
  timeline: 'object',
  ratio: 'object',
};

const NOTHING = (): null => null;
const OFF_RULE: GroupTest = () => OFF;

/** Leaves with equal keys make the same comparison, or its complement. */
function keyOf({ leaf, found }: CompiledLeaf): string {
  return JSON.stringify([leaf.fact, found.pair.operator, leaf.value]);
}

interface Comparison {
  readonly leaf: CompiledLeaf;
  readonly users: number[];
}

/** The different comparisons of the rules that are on, by fact. */
function gatherComparisons(
  rules: readonly CompiledRule[],
  leaves: readonly CompiledLeaf[],
): Map<string, Map<string, Comparison>> {
  const byFact = new Map<string, Map<string, Comparison>>();
  for (const rule of rules) {
    if (rule.off) continue;
    for (let index = rule.firstLeaf; index < rule.firstLeaf + rule.leafCount; index += 1) {
      const leaf = leaves[index];
      if (leaf === undefined) continue;
      const ofFact = byFact.get(leaf.leaf.fact) ?? new Map<string, Comparison>();
      byFact.set(leaf.leaf.fact, ofFact);
      const key = keyOf(leaf);
      const comparison = ofFact.get(key) ?? { leaf, users: [] };
      ofFact.set(key, comparison);
      comparison.users.push(index);
    }
  }
  return byFact;
}

function compileTest({ found, operand }: CompiledLeaf): FactSlot['tests'][number] {
  return operand === undefined ? NOTHING : found.pair.bind(operand);
}

/** Lays out the comparisons, fact by fact, and the rules over them. `typeOf` gives the type of a fact that a leaf names. */
export function compileProgram(
  rules: readonly CompiledRule[],
  leaves: readonly CompiledLeaf[],
  typeOf: (fact: string) => FactType,
): Program {
  const byFact = gatherComparisons(rules, leaves);
  const slots: FactSlot[] = [];
  const leafStates = new Int32Array(leaves.length);
  const constants: { at: number; state: number; complement: number }[] = [];
  let size = 0;
  for (const [name, comparisons] of byFact) {
    const firstState = size;
    for (const { leaf, users } of comparisons.values()) {
      for (const user of users) leafStates[user] = size + (leaves[user]?.found.negated === true ? 1 : 0);
      if (leaf.factParameter !== undefined) constants.push({ at: size, ...testConstant(leaf) });
      size += 2;
    }
    const tests = [...comparisons.values()].map(({ leaf }) => compileTest(leaf));
    const isConstant = name.startsWith('param.');
    if (!isConstant) slots.push({ name, kind: KIND_OF[typeOf(name)], tests, firstState });
  }
  // The last state stands for every leaf of a rule that is off.
  const states = new Uint8Array(size + 1);
  states[size] = OFF;
  for (const { at, state, complement } of constants) states.set([state, complement], at);
  for (const rule of rules) if (rule.off) leafStates.fill(size, rule.firstLeaf, rule.firstLeaf + rule.leafCount);
  const ruleTests = rules.map((rule) => (rule.off ? OFF_RULE : compileGroup(rule.root, leafStates)));
  return { slots, states, ruleStates: new Uint8Array(rules.length), ruleTests, leafStates };
}
