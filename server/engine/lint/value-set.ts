import type { Leaf } from '../../core/policies/ruleset.ts';
import type { LintContext } from './lint-context.ts';

/** The values of a fact for which a comparison with a literal holds: some texts, all but some texts, or a range of integers. */
export type ValueSet =
  | { readonly kind: 'some' | 'all_but'; readonly texts: ReadonlySet<string> }
  | { readonly kind: 'range'; readonly min: number; readonly max: number };

function someTexts(texts: Iterable<string>): ValueSet {
  return { kind: 'some', texts: new Set(texts) };
}

/** All of a fact's values, where they are a closed set; booleans as texts. */
function listUniverse(fact: string, { dictionary, parameters }: LintContext): readonly string[] | null {
  const definition = dictionary.get(fact);
  if (definition?.type === 'boolean') return ['true', 'false'];
  if (definition !== undefined) return definition.type === 'choice' ? (definition.options ?? null) : null;
  const parameter = parameters.get(fact)?.parameter;
  if (parameter?.kind === 'switch') return ['true', 'false'];
  return parameter?.kind === 'choice' ? parameter.options : null;
}

function selectTexts(leaf: Leaf, texts: readonly string[], negated: boolean, context: LintContext): ValueSet {
  if (!negated) return someTexts(texts);
  const universe = listUniverse(leaf.fact, context);
  if (universe === null) return { kind: 'all_but', texts: new Set(texts) };
  return someTexts(universe.filter((text) => !texts.includes(text)));
}

function selectRange(operator: string, bound: number): ValueSet | null {
  const [min, max] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (operator) {
    case 'equal':
      return { kind: 'range', min: bound, max: bound };
    case 'lessThan':
      return { kind: 'range', min, max: bound - 1 };
    case 'lessThanInclusive':
      return { kind: 'range', min, max: bound };
    case 'greaterThan':
      return { kind: 'range', min: bound + 1, max };
    case 'greaterThanInclusive':
      return { kind: 'range', min: bound, max };
    default:
      return null;
  }
}

/** What a leaf allows its fact to be; null where it compares with a parameter, which an owner may move, or in another way. */
export function findValueSet(leaf: Leaf, context: LintContext): ValueSet | null {
  const { operator, value } = leaf;
  if (typeof value === 'number') return selectRange(operator, value);
  if (operator === 'equal' || operator === 'notEqual') {
    if (typeof value === 'object') return null;
    return selectTexts(leaf, [String(value)], operator === 'notEqual', context);
  }
  if ((operator === 'in' || operator === 'notIn') && Array.isArray(value)) {
    return selectTexts(leaf, value.map(String), operator === 'notIn', context);
  }
  return null;
}

/** The values in both sets; null where the two are not of one kind. */
export function intersectSets(one: ValueSet, other: ValueSet): ValueSet | null {
  if (one.kind === 'range' || other.kind === 'range') {
    if (one.kind !== 'range' || other.kind !== 'range') return null;
    return { kind: 'range', min: Math.max(one.min, other.min), max: Math.min(one.max, other.max) };
  }
  if (one.kind === 'all_but' && other.kind === 'all_but')
    return { kind: 'all_but', texts: new Set([...one.texts, ...other.texts]) };
  const [some, test] = one.kind === 'some' ? [one, other] : [other, one];
  return someTexts([...some.texts].filter((text) => test.texts.has(text) === (test.kind === 'some')));
}

/** Whether no value is in the set. */
export function isEmptySet(set: ValueSet): boolean {
  return set.kind === 'range' ? set.min > set.max : set.kind === 'some' && set.texts.size === 0;
}

/** Whether every value of `inner` is in `outer`. */
export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
  if (inner.kind === 'range' || outer.kind === 'range') {
    return inner.kind === 'range' && outer.kind === 'range' && inner.min >= outer.min && inner.max <= outer.max;
  }
  if (inner.kind === 'some') return [...inner.texts].every((text) => outer.texts.has(text) === (outer.kind === 'some'));
  return outer.kind === 'all_but' && [...outer.texts].every((text) => inner.texts.has(text));
}
