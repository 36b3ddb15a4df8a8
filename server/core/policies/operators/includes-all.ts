import type { OperatorPair } from './operator.ts';

/** The elements of `wanted` that `value` does not have, in the order of `wanted`. */
export function listLacking(value: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((element) => !value.includes(element));
}

/** `includesAll` / `lacksAny`: a list has every element of another. The margin counts the missing elements. */
export const INCLUDES_ALL: OperatorPair<readonly string[], readonly string[]> = {
  operator: 'includesAll',
  complement: 'lacksAny',
  takes: [{ fact: 'list', operand: 'list' }],
  phrases: {
    operator: { en: 'includes all of {}', zh: '包含全部 {}' },
    complement: { en: 'lacks some of {}', zh: '缺少 {} 中的项' },
  },
  bind: (operand) => (value) => {
    for (const element of operand) if (!value.includes(element)) return false;
    return true;
  },
  measure: (value, operand) => Math.max(1, listLacking(value, operand).length),
  wordMargin: (_margin, { holds, value, operand }) => {
    if (holds) return { en: 'nothing is missing', zh: '没有缺项' };
    const missing = listLacking(value, operand);
    return { en: `${missing.join(', ')} missing`, zh: `缺少 ${missing.join('、')}` };
  },
};
