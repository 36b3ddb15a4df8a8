import { NO_WORDS, type OperatorPair } from './operator.ts';

/** `contains` / `doesNotContain`: a list has one element. */
export const CONTAINS: OperatorPair<readonly string[], string> = {
  operator: 'contains',
  complement: 'doesNotContain',
  takes: [{ fact: 'list', operand: 'text' }],
  phrases: {
    operator: { en: 'contains {}', zh: '包含 {}' },
    complement: { en: 'does not contain {}', zh: '不包含 {}' },
  },
  bind: (operand) => (value) => value.includes(operand),
  measure: () => null,
  wordMargin: () => NO_WORDS,
};
