import type { BoundaryPosition } from './boundary-case.ts';

const HOLDS: Readonly<Record<string, readonly BoundaryPosition[]>> = {
  withinWindow: ['below', 'at'],
  outsideWindow: ['above'],
  reachedCap: ['at', 'above'],
  belowCap: ['below'],
  rateAtLeast: ['at', 'above'],
  rateBelow: ['below'],
  longerThan: ['above'],
  notLongerThan: ['below', 'at'],
  greaterThan: ['above'],
  lessThanInclusive: ['below', 'at'],
  greaterThanInclusive: ['at', 'above'],
  lessThan: ['below'],
};

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * Whether a comparison must hold, said from the position of a boundary case, or from the two values where there is
 * none: a second opinion, written apart from the operators that it judges. Null where it has no opinion.
 */
export function expectLeaf(
  operator: string,
  position: BoundaryPosition | undefined,
  actual: unknown,
  operand: unknown,
): boolean | null {
  if (position) return HOLDS[operator]?.includes(position) ?? null;
  const wanted = asList(operand);
  const got = asList(actual);
  const shares = got.some((one) => wanted.includes(one));
  const lacks = wanted.some((one) => !got.includes(one));
  switch (operator) {
    case 'equal':
      return actual === operand;
    case 'notEqual':
      return actual !== operand;
    case 'in':
    case 'containsAny':
      return shares;
    case 'notIn':
    case 'containsNone':
      return !shares;
    case 'lacksAny':
      return lacks;
    case 'includesAll':
      return !lacks;
    default:
      return null;
  }
}
