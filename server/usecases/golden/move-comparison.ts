import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Leaf } from '../../core/policies/ruleset.ts';
import type { BoundaryPosition } from './boundary-case.ts';
import { generateBoundaryCases } from './generate-boundary-cases.ts';
import type { GoldenBench } from './golden-bench.ts';
import { overrideParameters } from './override-parameters.ts';
import { placeFact } from './place-fact.ts';

/** A golden case moved onto a comparison's edge, or given one of the values that it names. */
export interface MovedComparison {
  readonly golden: GoldenCase;
  /** Null where the values of the comparison have no order. */
  readonly position: BoundaryPosition | null;
  /** The parameter around whose value the case was moved; absent where it was given a value instead. */
  readonly around?: Parameter;
  /** What the fact was moved to: a value of its own, or a place around the parameter in words. */
  readonly to: string | number | boolean;
}

const PARAM = 'param.';

/**
 * The case around one comparison: around the parameter that it names, one below, on and one above the number, or at each
 * word that it lists and both sides of a yes or no. Empty where the case cannot be moved there. Throws RangeError on a
 * case that names what does not exist.
 */
export function moveComparison(golden: GoldenCase, policy: string, leaf: Leaf, bench: GoldenBench): MovedComparison[] {
  const { value } = leaf;
  if (typeof value === 'number') return moveNumber(golden, leaf.fact, value);
  if (typeof value === 'boolean') return placeAll(golden, leaf.fact, [true, false]);
  if (typeof value === 'string') return placeAll(golden, leaf.fact, [value]);
  if (!('fact' in value)) return placeAll(golden, leaf.fact, value);
  const parameter = findOperand(value.fact, ownerOf(golden, policy, bench));
  if (parameter === undefined) return [];
  if (parameter.kind === 'list') return placeAll(golden, leaf.fact, parameter.value ?? []);
  if (parameter.kind === 'choice') return placeAll(golden, leaf.fact, parameter.options);
  return generateBoundaryCases(golden, policy, parameter.name, bench)
    .filter((one) => one.fact === leaf.fact)
    .map(({ name, golden: moved, position }) => ({
      golden: moved,
      position: position ?? null,
      around: parameter,
      to: name,
    }));
}

function ownerOf(golden: GoldenCase, policy: string, bench: GoldenBench): PolicyContent | null {
  if (policy === FLOOR_POLICY) return bench.floor && overrideParameters(bench.floor, golden.floorParameters);
  const program = bench.programs.get(golden.program ?? policy);
  return program === undefined ? null : overrideParameters(program, golden.parameters);
}

function findOperand(fact: string, content: PolicyContent | null): Parameter | undefined {
  return content?.parameters.find((one) => fact === `${PARAM}${one.name}`);
}

function moveNumber(golden: GoldenCase, fact: string, value: number): MovedComparison[] {
  return ([-1, 0, 1] as const).flatMap((offset): MovedComparison[] => {
    const moved = placeFact(golden, fact, value + offset);
    const position = offset < 0 ? 'below' : offset > 0 ? 'above' : 'at';
    return moved === null ? [] : [{ golden: moved, position, to: value + offset }];
  });
}

function placeAll(golden: GoldenCase, fact: string, values: readonly (string | boolean)[]): MovedComparison[] {
  return values.flatMap((value): MovedComparison[] => {
    const moved = placeFact(golden, fact, value);
    return moved === null ? [] : [{ golden: moved, position: null, to: value }];
  });
}
