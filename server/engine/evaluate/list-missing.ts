import { UNKNOWN, type Facts } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf, CompiledNode, CompiledRuleset } from '../compile/compiled-ruleset.ts';
import { HELD, UNKNOWN_STATE } from '../compile/states.ts';

/** What an unknown leaf lacks: its fact, its parameters. A history too short to tell names its fact. */
function addUnknownNames(
  { leaf, factParameter, parameter, operand }: CompiledLeaf,
  facts: Facts,
  names: Set<string>,
): void {
  const value = factParameter === undefined ? facts[leaf.fact] : factParameter.value;
  const isMissing = value === undefined || value === UNKNOWN;
  if (operand === undefined && parameter !== undefined) names.add(parameter.name);
  if (isMissing || operand !== undefined) names.add(leaf.fact);
}

/**
 * Adds what made `node` unknown. An unknown group has no child that would have decided it, so every unknown child
 * counts; below a child that is known nothing does.
 */
function addNamesBelow(node: CompiledNode, compiled: CompiledRuleset, facts: Facts, names: Set<string>): number {
  if (node.kind === 'leaf') {
    const state = compiled.program.leafStates[node.leaf] ?? UNKNOWN_STATE;
    const leaf = compiled.leaves[node.leaf];
    if (state === UNKNOWN_STATE && leaf !== undefined) addUnknownNames(leaf, facts, names);
    return state;
  }
  const below = new Set<string>();
  let hasUnknown = false;
  for (const child of node.children) {
    const state = addNamesBelow(child, compiled, facts, below);
    const decides = node.kind === 'any' ? state === HELD : state !== HELD && state !== UNKNOWN_STATE;
    if (decides) return state;
    hasUnknown ||= state === UNKNOWN_STATE;
  }
  if (!hasUnknown) return node.kind === 'any' ? 1 : HELD;
  for (const name of below) names.add(name);
  return UNKNOWN_STATE;
}

const NOTHING: readonly string[] = Object.freeze([]);

/**
 * Sorted names of the facts and parameters (`param.x`) that made the rules with these indexes unknown, by the leaf
 * states of the run that has just ended.
 */
export function listMissing(open: readonly number[], compiled: CompiledRuleset, facts: Facts): readonly string[] {
  if (open.length === 0) return NOTHING;
  const names = new Set<string>();
  for (const index of open) {
    const rule = compiled.rules[index];
    if (rule !== undefined) addNamesBelow(rule.root, compiled, facts, names);
  }
  return [...names].sort();
}
