import type { FactType } from '../../core/facts/fact-value.ts';
import { compileGroup } from './compile-group.ts';
import type { CompiledLeaf, CompiledRule, FactSlot, GroupTest, Program } from './compiled-ruleset.ts';
import { buildOutcomeMemo } from './outcome-memo.ts';
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

/** Working memory for `length` states, seen one and four at a time. */
function allotStates(length: number): { bytes: Uint8Array; words: Uint32Array } {
  const buffer = new ArrayBuffer(Math.ceil(length / 4) * 4);
  return { bytes: new Uint8Array(buffer, 0, length), words: new Uint32Array(buffer) };
}

/** Writes what does not change from run to run: leaves of rules that are off, comparisons of parameters. */
function writeConstants(rules: readonly CompiledRule[], leaves: readonly CompiledLeaf[], states: Uint8Array): void {
  leaves.forEach((leaf, index) => {
    if (leaf.factParameter !== undefined) states[index] = testConstant(leaf);
  });
  for (const rule of rules) if (rule.off) states.fill(OFF, rule.firstLeaf, rule.firstLeaf + rule.leafCount);
}

/** Lays out the comparisons, fact by fact, and the rules over them. `typeOf` gives the type of a fact that a leaf names. */
export function compileProgram(
  rules: readonly CompiledRule[],
  leaves: readonly CompiledLeaf[],
  typeOf: (fact: string) => FactType,
): Program {
  const slots: FactSlot[] = [];
  const userStarts = [0];
  const users: number[] = [];
  for (const [name, comparisons] of gatherComparisons(rules, leaves)) {
    if (name.startsWith('param.')) continue;
    const tests = [...comparisons.values()].map(({ leaf }) => compileTest(leaf));
    slots.push({ name, kind: KIND_OF[typeOf(name)], tests, firstTest: userStarts.length - 1 });
    for (const comparison of comparisons.values()) {
      for (const leaf of comparison.users) users.push(leaf * 2 + (leaves[leaf]?.found.negated === true ? 1 : 0));
      userStarts.push(users.length);
    }
  }
  const leafStates = allotStates(leaves.length);
  const ruleStates = allotStates(rules.length);
  writeConstants(rules, leaves, leafStates.bytes);
  return {
    slots,
    userStarts: Int32Array.from(userStarts),
    users: Int32Array.from(users),
    leafStates: leafStates.bytes,
    leafWords: leafStates.words,
    ruleStates: ruleStates.bytes,
    ruleWords: ruleStates.words,
    memo: buildOutcomeMemo(leafStates.words.length),
    ruleTests: rules.map((rule) => (rule.off ? OFF_RULE : compileGroup(rule.root))),
  };
}
