import type { Calendars } from '../../core/calendars/calendar.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf, CompiledRuleset } from '../compile/compiled-ruleset.ts';
import { STATE_WORDS } from '../compile/states.ts';
import type { ExplainedLeaf } from './explained-rule.ts';
import { measureLeaf } from './measure-leaf.ts';
import { wordLeafInFull, type WordSetting } from './word-leaf.ts';

/** A leaf and its explanations that were given before, by letter and then by what was read: a plain value, or nothing. */
export interface LeafPlan {
  readonly leaf: CompiledLeaf;
  /** Which of the plan's left-hand sides is the leaf's. */
  readonly side: number;
  readonly kept: Readonly<Record<keyof typeof STATE_WORDS, Map<string | number | boolean | null, ExplainedLeaf>>>;
}

/** What of a ruleset's explanations is the same for all cases. */
export interface ExplainPlan {
  readonly leaves: readonly LeafPlan[];
  /** A leaf for each different left-hand side: each is read once. */
  readonly sides: readonly CompiledLeaf[];
}

// A choice has a few values, a text or a count has many: those are not all kept.
const MAX_KEPT = 64;

// What a leaf says of a plain value never changes, and a version is explained again and again.
const PLANS = new WeakMap<CompiledRuleset, ExplainPlan>();

/** The plan of a ruleset, made when it is first explained. */
export function getExplainPlan(compiled: CompiledRuleset): ExplainPlan {
  const known = PLANS.get(compiled);
  if (known !== undefined) return known;
  const sides = new Map<string, number>();
  const firsts: CompiledLeaf[] = [];
  const leaves = compiled.leaves.map((leaf) => {
    const { fact } = leaf.leaf;
    if (!sides.has(fact)) sides.set(fact, firsts.push(leaf) - 1);
    const kept = { h: new Map(), f: new Map(), u: new Map(), n: new Map(), o: new Map() };
    return { leaf, side: sides.get(fact) ?? 0, kept };
  });
  const plan = { leaves, sides: firsts };
  PLANS.set(compiled, plan);
  return plan;
}

/** What else an explanation is made from. */
export interface LeafSetting extends WordSetting {
  readonly calendars: Calendars;
}

function buildLeaf(
  leaf: CompiledLeaf,
  letter: keyof typeof STATE_WORDS,
  actual: KnownValue | null,
  setting: LeafSetting,
): ExplainedLeaf {
  const margin = measureLeaf(leaf, letter, actual, setting.calendars);
  return {
    type: 'leaf',
    state: STATE_WORDS[letter],
    fact: leaf.leaf.fact,
    operator: leaf.leaf.operator,
    actual,
    operand: leaf.operand ?? null,
    parameter: leaf.parameter?.parameter.name ?? null,
    margin,
    sentence: wordLeafInFull(leaf, { letter, actual, margin }, setting),
  };
}

/**
 * One leaf in full; the same object again where the same plain value was explained before.
 * @throws RangeError for a letter that no trace has.
 */
export function explainLeaf(
  plan: LeafPlan,
  letter: string,
  actual: KnownValue | null,
  setting: LeafSetting,
): ExplainedLeaf {
  if (letter !== 'h' && letter !== 'f' && letter !== 'u' && letter !== 'n' && letter !== 'o') {
    throw new RangeError('The trace does not belong to this ruleset');
  }
  if (actual !== null && typeof actual === 'object') return buildLeaf(plan.leaf, letter, actual, setting);
  const kept = plan.kept[letter];
  const known = kept.get(actual);
  if (known !== undefined) return known;
  const explained = Object.freeze(buildLeaf(plan.leaf, letter, actual, setting));
  if (kept.size < MAX_KEPT) kept.set(actual, explained);
  return explained;
}
