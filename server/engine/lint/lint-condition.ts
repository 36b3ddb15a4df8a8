import { isJsonObject, checkKeys, pointTo, readOwn, type JsonObject } from './check-shape.ts';
import type { LintContext } from './lint-context.ts';
import { lintLeaf } from './lint-leaf.ts';

/** A condition's nodes may be nested this deep, the root and the leaf counted. */
const MAX_DEPTH = 12;
/** A ruleset may hold this many leaves. */
const MAX_LEAVES = 2_000;

const GROUP_KEYS = ['all', 'any', 'not'] as const;

interface Place {
  readonly path: string;
  readonly depth: number;
  /** Whether the node lies below an `any` or a `not`. */
  readonly underChoice: boolean;
}

/** Counts leaves over all rules, so that the limit is reported once. */
export interface LeafCounter {
  leaves: number;
}

function checkOffParameters(leaf: JsonObject, { path, underChoice }: Place, { parameters, report }: LintContext): void {
  if (!underChoice) return;
  const value = readOwn(leaf, 'value');
  for (const name of [readOwn(leaf, 'fact'), isJsonObject(value) ? readOwn(value, 'fact') : undefined]) {
    const parameter = typeof name === 'string' ? parameters.get(name) : undefined;
    if (parameter?.parameter.whenUnset !== 'off') continue;
    report(
      'off_under_choice',
      path,
      `${name} switches its whole rule off while it is unset, so it may not stand under any or not.`,
    );
  }
}

function lintGroup(
  node: JsonObject,
  key: 'all' | 'any' | 'not',
  place: Place,
  counter: LeafCounter,
  context: LintContext,
): void {
  const { report } = context;
  const below = readOwn(node, key);
  const path = pointTo(place.path, key);
  const next = { depth: place.depth + 1, underChoice: place.underChoice || key !== 'all' };
  if (key === 'not') {
    lintNode(below, { path, ...next }, counter, context);
  } else if (!Array.isArray(below)) {
    report('wrong_type', path, `${key} holds a list of conditions.`);
  } else if (below.length === 0) {
    report('empty_group', path, `An empty ${key} would always hold; give it a condition or remove it.`);
  } else {
    below.forEach((child, index) => lintNode(child, { path: pointTo(path, index), ...next }, counter, context));
  }
}

function lintNode(node: unknown, place: Place, counter: LeafCounter, context: LintContext): void {
  const { report } = context;
  if (place.depth > MAX_DEPTH) {
    report('too_deep', place.path, `Conditions are nested more than ${MAX_DEPTH} deep.`);
    return;
  }
  if (!isJsonObject(node)) {
    report('wrong_type', place.path, 'A condition is an object.');
    return;
  }
  const groups = GROUP_KEYS.filter((key) => Object.hasOwn(node, key));
  const [group] = groups;
  if (groups.length > 1) {
    report('ambiguous_group', place.path, `One node has ${groups.join(' and ')}: nest them instead.`);
  } else if (group !== undefined) {
    if (checkKeys(node, { required: [group] }, place.path, report)) lintGroup(node, group, place, counter, context);
  } else if (!Object.hasOwn(node, 'fact') && !Object.hasOwn(node, 'operator')) {
    report(
      'no_condition',
      place.path,
      'A condition is a comparison with fact, operator and value, or a group with all, any or not.',
    );
  } else {
    counter.leaves += 1;
    if (counter.leaves === MAX_LEAVES + 1)
      report('too_many_leaves', place.path, `The ruleset has more than ${MAX_LEAVES} comparisons.`);
    if (counter.leaves > MAX_LEAVES) return;
    lintLeaf(node, place.path, context);
    checkOffParameters(node, place, context);
  }
}

/** Checks a rule's tree of conditions, whatever it may be. */
export function lintCondition(root: unknown, path: string, counter: LeafCounter, context: LintContext): void {
  if (isJsonObject(root) && Object.hasOwn(root, 'fact') && !GROUP_KEYS.some((key) => Object.hasOwn(root, key))) {
    context.report('root_not_group', path, 'A rule begins with a group: put the comparison into all.');
  }
  lintNode(root, { path, depth: 1, underChoice: false }, counter, context);
}
