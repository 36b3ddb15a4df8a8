import { wordIntegerGap } from './word-integer-gap.ts';
import type { OperatorPair } from './operator.ts';

/** `greaterThan` / `lessThanInclusive` of integers. */
export const GREATER_THAN: OperatorPair<number, number> = {
  operator: 'greaterThan',
  complement: 'lessThanInclusive',
  takes: [{ fact: 'integer', operand: 'integer' }],
  phrases: {
    operator: { en: 'is greater than {}', zh: '大于 {}' },
    complement: { en: 'is at most {}', zh: '不大于 {}' },
  },
  bind: (operand) => (value) => value > operand,
  measure: (value, operand) => (value > operand ? value - operand : operand - value + 1),
  wordMargin: (margin, { holds }) => wordIntegerGap(margin, holds),
};
