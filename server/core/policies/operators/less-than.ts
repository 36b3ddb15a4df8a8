import { wordIntegerGap } from './word-integer-gap.ts';
import type { OperatorPair } from './operator.ts';

/** `lessThan` / `greaterThanInclusive` of integers. */
export const LESS_THAN: OperatorPair<number, number> = {
  operator: 'lessThan',
  complement: 'greaterThanInclusive',
  takes: [{ fact: 'integer', operand: 'integer' }],
  phrases: {
    operator: { en: 'is less than {}', zh: '小于 {}' },
    complement: { en: 'is at least {}', zh: '不小于 {}' },
  },
  bind: (operand) => (value) => value < operand,
  measure: (value, operand) => (value < operand ? operand - value : value - operand + 1),
  wordMargin: (margin, { holds }) => wordIntegerGap(margin, !holds),
};
