import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { deriveFacts } from '../../core/facts/derive-facts.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { Condition, Leaf } from '../../core/policies/ruleset.ts';
import type { BoundaryCase, BoundaryScene, MovedCase } from './boundary-case.ts';
import { prepareGoldenCase } from './decide-golden-case.ts';
import type { GoldenBench } from './golden-bench.ts';
import { moveCap, moveRate } from './move-history.ts';
import { moveDuration, moveThreshold } from './move-number.ts';
import { moveWindow } from './move-window.ts';
import { resolveGoldenInstant } from './resolve-golden-instant.ts';
import { varyParameter } from './vary-parameter.ts';

/** All leaves of a condition, depth first. */
export function listLeaves(condition: Condition): Leaf[] {
  if ('fact' in condition) return [condition];
  if ('not' in condition) return listLeaves(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listLeaves);
}

function moveCase(parameter: Parameter, scene: BoundaryScene): MovedCase[] {
  if (parameter.value === undefined) return [];
  switch (parameter.kind) {
    case 'window':
      return parameter.value ? moveWindow(parameter.value, scene) : [];
    case 'cap':
      return parameter.value ? moveCap(parameter.value, scene) : [];
    case 'rate':
      return parameter.value ? moveRate(parameter.value, scene) : [];
    case 'threshold':
      return moveThreshold(parameter.value, scene);
    case 'duration':
      return parameter.value ? moveDuration(parameter.value, scene) : [];
    default:
      return [];
  }
}

/**
 * Cases around a parameter's value, made from a golden case: what the parameter limits is moved one unit and one
 * millisecond (or one) to either side of it and exactly onto it, in the parameter's own counting; a value without an order is
 * replaced by its neighbours. `policy` names the policy that has the parameter: the case's program, or the floor.
 * Empty where the parameter is unset or the case has nothing to move. Throws RangeError for an unknown parameter.
 */
export function generateBoundaryCases(
  golden: GoldenCase,
  policy: string,
  parameterName: string,
  bench: GoldenBench,
): BoundaryCase[] {
  const { record, calendars, content, floor } = prepareGoldenCase(golden, policy, bench);
  const owner = policy === FLOOR_POLICY && floor ? floor : content;
  const parameter = owner.parameters.find((one) => one.name === parameterName);
  if (!parameter) throw new RangeError(`${policy} has no parameter ${parameterName}`);
  if (parameter.value === undefined) return [];
  const key = policy === FLOOR_POLICY ? 'floorParameters' : 'parameters';
  const variants = varyParameter(parameter, () => deriveFacts(record)).map(({ name, value }): MovedCase => ({
    name,
    golden: goldenWith(golden, key, parameterName, value),
  }));
  const anchors = { claim: record.claim.sentAt, decision: record.at };
  const resolve = (words: string): number => resolveGoldenInstant(words, anchors);
  const leaves = owner.ruleset.rules.flatMap((rule) => listLeaves(rule.conditions));
  const facts = new Set(
    leaves
      .filter(
        (leaf) =>
          typeof leaf.value === 'object' && 'fact' in leaf.value && leaf.value.fact === `param.${parameterName}`,
      )
      .map((leaf) => leaf.fact),
  );
  const moved = [...facts].flatMap((fact) =>
    moveCase(parameter, { golden, fact, ...anchors, resolve, calendars }).map((one) => ({ ...one, fact })),
  );
  return [...variants, ...moved].map((one) => ({ ...one, parameter: parameterName }));
}

function goldenWith(
  golden: GoldenCase,
  key: 'parameters' | 'floorParameters',
  name: string,
  value: unknown,
): GoldenCase {
  // Values come from a parameter that the schema has accepted: JSON throughout.
  const values = { ...golden[key], [name]: value } as NonNullable<GoldenCase['parameters']>;
  return { ...golden, [key]: values };
}
