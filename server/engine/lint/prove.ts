import { findOperator } from '../../core/policies/operators/operator-table.ts';
import type { Leaf } from '../../core/policies/ruleset.ts';
import type { NormalCondition } from '../compile/normalize-condition.ts';
import type { LintContext } from './lint-context.ts';
import { findValueSet, intersectSets, isEmptySet, isSubset, type ValueSet } from './value-set.ts';

/** The leaves that must all hold for a condition to hold: those of nested `all` groups included. */
function listJoined(condition: NormalCondition): Leaf[] {
  if ('fact' in condition) return [condition];
  return 'all' in condition ? condition.all.flatMap(listJoined) : [];
}

/** What the joined leaves leave for one fact to be; null where they say nothing that can be counted. */
function joinSets(leaves: readonly Leaf[], fact: string, context: LintContext): ValueSet | null {
  let joined: ValueSet | null = null;
  for (const leaf of leaves) {
    const set = leaf.fact === fact ? findValueSet(leaf, context) : null;
    if (set === null) continue;
    joined = joined === null ? set : (intersectSets(joined, set) ?? joined);
  }
  return joined;
}

function keyOf(leaf: Leaf): string {
  return JSON.stringify([leaf.fact, leaf.operator, leaf.value]);
}

function complementKeyOf(leaf: Leaf): string {
  const found = findOperator(leaf.operator);
  const operator = found?.negated === true ? found.pair.operator : found?.pair.complement;
  return JSON.stringify([leaf.fact, operator, leaf.value]);
}

/** Whether a condition can be proved never to hold, whatever the facts and the parameters. */
export function isImpossible(condition: NormalCondition, context: LintContext): boolean {
  if ('any' in condition) return condition.any.every((child) => isImpossible(child, context));
  const leaves = listJoined(condition);
  const keys = new Set(leaves.map(keyOf));
  if (leaves.some((leaf) => keys.has(complementKeyOf(leaf)))) return true;
  for (const fact of new Set(leaves.map((leaf) => leaf.fact))) {
    const joined = joinSets(leaves, fact, context);
    if (joined !== null && isEmptySet(joined)) return true;
  }
  return 'all' in condition && condition.all.some((child) => !('fact' in child) && isImpossible(child, context));
}

/** The texts of a closed set that a leaf on a fact of every case allows; null for any other leaf. */
function listAllowed(leaf: Leaf, context: LintContext): readonly string[] | null {
  const set = context.dictionary.get(leaf.fact)?.always === true ? findValueSet(leaf, context) : null;
  return set?.kind === 'some' ? [...set.texts] : null;
}

function coversAll(fact: string, texts: ReadonlySet<string>, { dictionary }: LintContext): boolean {
  const definition = dictionary.get(fact);
  const universe = definition?.type === 'boolean' ? ['true', 'false'] : definition?.options;
  return universe !== undefined && universe.every((text) => texts.has(text));
}

/** Whether it can be proved that a condition holds for every case, whatever the parameters. */
export function isCertain(condition: NormalCondition, context: LintContext): boolean {
  if ('all' in condition) return condition.all.every((child) => isCertain(child, context));
  const choices = 'any' in condition ? condition.any : [condition];
  const allowed = new Map<string, Set<string>>();
  for (const child of choices) {
    const texts = 'fact' in child ? listAllowed(child, context) : null;
    if ('fact' in child && texts !== null)
      allowed.set(child.fact, new Set([...(allowed.get(child.fact) ?? []), ...texts]));
    else if (!('fact' in child) && isCertain(child, context)) return true;
  }
  return [...allowed].some(([fact, texts]) => coversAll(fact, texts, context));
}

function impliesLeaf(condition: NormalCondition, leaf: Leaf, context: LintContext): boolean {
  const joined = listJoined(condition);
  const key = keyOf(leaf);
  if (joined.some((other) => keyOf(other) === key)) return true;
  const wanted = findValueSet(leaf, context);
  const given = joinSets(joined, leaf.fact, context);
  if (wanted !== null && given !== null && isSubset(given, wanted)) return true;
  // A choice below a conjunction may imply by itself what the leaves beside it do not.
  return (
    'all' in condition && condition.all.some((child) => !('fact' in child) && impliesCondition(child, leaf, context))
  );
}

/**
 * Whether it can be proved that `wanted` holds wherever `given` does. A leaf that holds has a fact that is known and
 * applicable, so a wider comparison of the same fact holds as well.
 */
export function impliesCondition(given: NormalCondition, wanted: NormalCondition, context: LintContext): boolean {
  if ('all' in wanted) return wanted.all.every((child) => impliesCondition(given, child, context));
  if ('any' in given) return given.any.every((child) => impliesCondition(child, wanted, context));
  if ('any' in wanted) return wanted.any.some((child) => impliesCondition(given, child, context));
  return impliesLeaf(given, wanted, context);
}
