import { CONTAINS_ANY } from './contains-any.ts';
import { CONTAINS } from './contains.ts';
import { EQUAL } from './equal.ts';
import { GREATER_THAN } from './greater-than.ts';
import { IN } from './in.ts';
import { INCLUDES_ALL } from './includes-all.ts';
import { LESS_THAN } from './less-than.ts';
import { LONGER_THAN } from './longer-than.ts';
import type { OperatorPair } from './operator.ts';
import { RATE_AT_LEAST } from './rate-at-least.ts';
import { REACHED_CAP } from './reached-cap.ts';
import { WITHIN_WINDOW } from './within-window.ts';

/** Every operator pair that a condition may use. */
export const OPERATOR_PAIRS: readonly OperatorPair[] = [
  EQUAL,
  IN,
  LESS_THAN,
  GREATER_THAN,
  CONTAINS,
  CONTAINS_ANY,
  INCLUDES_ALL,
  WITHIN_WINDOW,
  LONGER_THAN,
  REACHED_CAP,
  RATE_AT_LEAST,
];

/** An operator as a condition names it: its pair, and whether it is the complement. */
export interface FoundOperator {
  readonly pair: OperatorPair;
  readonly negated: boolean;
}

const BY_NAME: ReadonlyMap<string, FoundOperator> = new Map(
  OPERATOR_PAIRS.flatMap((pair): [string, FoundOperator][] => [
    [pair.operator, { pair, negated: false }],
    [pair.complement, { pair, negated: true }],
  ]),
);

/** Names of all operators, complements included, in the order of the table. */
export const OPERATOR_NAMES: readonly string[] = [...BY_NAME.keys()];

/** The operator of that name, or null. */
export function findOperator(name: string): FoundOperator | null {
  return BY_NAME.get(name) ?? null;
}
