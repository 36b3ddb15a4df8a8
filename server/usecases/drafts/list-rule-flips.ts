import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { FACT_DICTIONARY } from '../../core/facts/dictionary.ts';
import { diffRules } from '../../core/policies/diff-rules.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Leaf, Rule } from '../../core/policies/ruleset.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { UNMOVED, wordPlaced, wordPosition } from '../../core/sentences/word-position.ts';
import { listLeaves } from '../golden/generate-boundary-cases.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { moveComparison } from '../golden/move-comparison.ts';
import type { MovedComparison } from '../golden/move-comparison.ts';
import { fillFields } from './fill-fields.ts';
import { addRow, decideMoved, isFlip, sortRows } from './flip-rows.ts';
import type { Decided, Flip, Moved, Sides } from './flip-rows.ts';

/** Both wordings of a rule that differs; one is absent where the rule came or went. */
interface ChangedRule {
  readonly name: string;
  readonly was: Rule | undefined;
  readonly is: Rule | undefined;
}

/**
 * Boundary cases of every rule that came, went, moved or says something else: cases as they are, and moved around each
 * of its own comparisons, old and new. Comparisons with the parameters named in `told` are left out: what moves there
 * has been told of the parameter.
 */
export function listRuleFlips(sides: Sides, cases: readonly GoldenCase[], told: readonly string[]): Flip[] {
  return listChangedRules(sides).flatMap((rule) => {
    const rows = new Map<string, Flip>();
    const key = canonicalise([rule.was, rule.is].map((one) => (one ? [one.conditions, one.event] : null)));
    for (const golden of cases) {
      for (const group of moveAroundRule(rule, golden, sides, told)) {
        const decided = decideMoved(group, sides);
        const own = decided.filter((one) => concerns(rule, one, sides));
        if (!own.some(isFlip)) continue;
        for (const one of own) addRow(rows, { parameter: null, rule: rule.name, key }, golden.name, one);
      }
    }
    return sortRows(rows);
  });
}

function listChangedRules({ live, draft }: Sides): ChangedRule[] {
  const contextOf = ({ parameters }: PolicyContent) => ({ dictionary: FACT_DICTIONARY, parameters });
  const items = diffRules(live.ruleset.rules, draft.ruleset.rules, {
    before: contextOf(live),
    after: contextOf(draft),
  });
  // An item without anything old or new tells of the numbers alone: no outcome rests on them.
  const names = items.filter((one) => one.old !== undefined || one.new !== undefined).map((one) => one.name);
  const find = (content: PolicyContent, name: string) => content.ruleset.rules.find((one) => one.name === name);
  return [...new Set(names)].map((name) => ({ name, was: find(live, name), is: find(draft, name) }));
}

/** Groups of places: the case as it is, and one group for each comparison. */
function moveAroundRule(
  { was, is }: ChangedRule,
  golden: GoldenCase,
  { policy, liveBench, draftBench }: Sides,
  told: readonly string[],
): Moved[][] {
  const whole = fillFields(golden, policy, liveBench);
  const seen = new Set<string>();
  const around = ([rule, bench]: readonly [Rule | undefined, GoldenBench]): Moved[][] =>
    (rule === undefined ? [] : listLeaves(rule.conditions)).flatMap((leaf) => {
      const text = canonicalise([leaf.fact, leaf.value]);
      if (seen.has(text) || told.some((name) => isAbout(leaf, name))) return [];
      seen.add(text);
      return [moveLeaf(leaf, whole, policy, bench)];
    });
  const sides = [[is, draftBench] as const, [was, liveBench] as const];
  return [[{ golden: whole, position: null, at: UNMOVED, mark: '' }], ...sides.flatMap(around)];
}

function isAbout({ value }: Leaf, parameter: string): boolean {
  return typeof value === 'object' && 'fact' in value && value.fact === `param.${parameter}`;
}

function moveLeaf(leaf: Leaf, golden: GoldenCase, policy: string, bench: GoldenBench): Moved[] {
  try {
    return moveComparison(golden, policy, leaf, bench).map((one) => ({
      golden: one.golden,
      position: one.position,
      at: wordPlace(leaf, one),
      mark: canonicalise([leaf.fact, one.around?.value ?? null, one.to]),
    }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function wordPlace({ fact }: Leaf, { around, to }: MovedComparison) {
  if (around !== undefined) return wordPosition(String(to), around);
  return wordPlaced(FACT_DICTIONARY.get(fact)?.label ?? { en: fact, zh: fact }, to);
}

/**
 * Whether a place can owe its change to this rule: it decides on one side, or no rule of the policy's own does. Where two
 * others decide, the flip is another change's, and told there.
 */
function concerns({ name }: ChangedRule, decided: Decided, { live, draft }: Sides): boolean {
  if (!isFlip(decided)) return true;
  const deciding = [decided.live.rule, decided.draft.rule];
  if (deciding.includes(name)) return true;
  return !deciding.every((rule, index) => (index === 0 ? live : draft).ruleset.rules.some((one) => one.name === rule));
}
