import { NO_WORDS, type OperatorPair } from './operator.ts';

/** `containsAny` / `containsNone`: two lists share an element. */
export const CONTAINS_ANY: OperatorPair<readonly string[], readonly string[]> = {
  operator: 'containsAny',
  complement: 'containsNone',
  takes: [{ fact: 'list', operand: 'list' }],
  phrases: {
    operator: { en: 'contains any of {}', zh: '至少包含 {} 之一' },
    complement: { en: 'contains none of {}', zh: '不含 {} 中任何一项' },
  },
  bind: (operand) => {
    const wanted = new Set(operand);
    return (value) => {
      for (const element of value) if (wanted.has(element)) return true;
      return false;
    };
  },
  measure: () => null,
  wordMargin: () => NO_WORDS,
};
