import { wordIntegerGap } from './word-integer-gap.ts';
import type { OperatorPair } from './operator.ts';

/** `equal` / `notEqual`: the same text, boolean or integer. The margin is the difference of two integers. */
export const EQUAL: OperatorPair<string | number | boolean, string | number | boolean> = {
  operator: 'equal',
  complement: 'notEqual',
  takes: [
    { fact: 'choice', operand: 'text' },
    { fact: 'text', operand: 'text' },
    { fact: 'boolean', operand: 'boolean' },
    { fact: 'integer', operand: 'integer' },
  ],
  phrases: {
    operator: { en: 'is {}', zh: '是 {}' },
    complement: { en: 'is not {}', zh: '不是 {}' },
  },
  bind: (operand) => (value) => value === operand,
  measure: (value, operand) => {
    if (typeof value !== 'number' || typeof operand !== 'number') return null;
    return value === operand ? 1 : Math.abs(value - operand);
  },
  wordMargin: (margin, { holds, value, operand }) =>
    holds ? { en: 'exactly on it', zh: '恰好相等' } : wordIntegerGap(margin, value > operand),
};
