import { NO_WORDS, type OperatorPair } from './operator.ts';

/** `in` / `notIn`: the value is one of a list, whole elements only. */
export const IN: OperatorPair<string, readonly string[]> = {
  operator: 'in',
  complement: 'notIn',
  takes: [
    { fact: 'choice', operand: 'list' },
    { fact: 'text', operand: 'list' },
  ],
  phrases: {
    operator: { en: 'is one of {}', zh: '属于 {}' },
    complement: { en: 'is none of {}', zh: '不属于 {}' },
  },
  bind: (operand) => {
    const elements = new Set(operand);
    return (value) => elements.has(value);
  },
  measure: () => null,
  wordMargin: () => NO_WORDS,
};
