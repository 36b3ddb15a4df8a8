import { describe, expect, it } from 'vitest';
import { wordOperand, wordSpan } from '../../../../server/core/policies/operators/word-values.ts';
import type { KnownOperand } from '../../../../server/core/policies/operators/operator.ts';

describe('wordSpan', () => {
  it.each([
    [0, '0 milliseconds', '0 毫秒'],
    [1, '1 millisecond', '1 毫秒'],
    [1_500, '1 second 500 milliseconds', '1 秒 500 毫秒'],
    [60_000, '1 minute', '1 分钟'],
    [22_320_000, '6 hours 12 minutes', '6 小时 12 分钟'],
    [86_400_000 + 1, '1 day', '1 天'],
    [2 * 86_400_000 + 3_600_000 + 59_000, '2 days 1 hour', '2 天 1 小时'],
  ])('%i ms is %s', (spanMs, en, zh) => {
    expect(wordSpan(spanMs)).toEqual({ en, zh });
  });
});

describe('wordOperand', () => {
  it.each<[KnownOperand, string, string]>([
    [true, 'true', '是'],
    [false, 'false', '否'],
    [7, '7', '7'],
    ['red', 'red', 'red'],
    [['a', 'b'], 'a, b', 'a、b'],
    [{ amount: 1, unit: 'days' }, '1 day', '1 天'],
    [{ amount: 14, unit: 'days', counting: 'elapsed' }, '14 days', '14 天'],
    [
      { amount: 14, unit: 'days', counting: 'calendar' },
      '14 days to the end of the local day',
      '14 天（至当地当日结束）',
    ],
    [{ count: 1, per: { amount: 90, unit: 'days' } }, '1 per 90 days', '每 90 天 1 次'],
    [
      { basisPoints: 3_050, per: { amount: 30, unit: 'days' }, minimumCount: 5 },
      '30.5 % over 30 days (of at least 5)',
      '30 天内 30.5%（总数至少 5）',
    ],
  ])('%j is %s', (operand, en, zh) => {
    expect(wordOperand(operand)).toEqual({ en, zh });
  });
});
