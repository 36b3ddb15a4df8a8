import { describe, expect, it } from 'vitest';
import type { KnownValue } from '../../../../server/core/facts/fact-value.ts';
import { findOperator } from '../../../../server/core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../../../server/core/policies/operators/operator.ts';
import { buildCalendars } from '../../../builders/calendars.ts';

const CALENDARS = buildCalendars();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AT = Date.parse('2026-07-15T12:00:00.000Z');

/** Margin and English words of a failed or held base operator. */
function measure(
  operator: string,
  value: KnownValue,
  operand: KnownOperand,
): { margin: number | null; en: string; zh: string } {
  const found = findOperator(operator);
  if (found === null) throw new RangeError(operator);
  const margin = found.pair.measure(value, operand, CALENDARS);
  const holds = found.pair.bind(operand)(value, CALENDARS) === true;
  return {
    margin,
    ...(margin === null ? { en: '', zh: '' } : found.pair.wordMargin(margin, { holds, value, operand })),
  };
}

const interval = (length: number): KnownValue => ({ from: AT - length, to: AT, zone: 'UTC' });
const window = { amount: 14, unit: 'days', counting: 'elapsed' } as const;
const cap = { count: 2, per: { amount: 90, unit: 'days' } } as const;
const rate = { basisPoints: 5_000, per: { amount: 90, unit: 'days' }, minimumCount: 2 } as const;
const hours = { amount: 48, unit: 'hours' } as const;
const grants = (count: number): KnownValue => ({
  instants: Array.from({ length: count }, (_, index) => AT - 100 + index),
  at: AT,
});
const share = (part: number, whole: number): KnownValue => ({
  part: Array.from({ length: part }, (_, index) => AT - 100 + index),
  whole: Array.from({ length: whole }, (_, index) => AT - 100 + index),
  at: AT,
});

describe('the margin is the smallest change that turns the comparison', () => {
  it.each<[string, string, KnownValue, KnownOperand, number | null, string, string]>([
    [
      'a window missed',
      'withinWindow',
      interval(14 * DAY_MS + 6 * HOUR_MS + 720_000),
      window,
      22_320_000,
      '6 hours 12 minutes too late',
      '晚了 6 小时 12 分钟',
    ],
    [
      'a window missed by the least',
      'withinWindow',
      interval(14 * DAY_MS + 1),
      window,
      1,
      '1 millisecond too late',
      '晚了 1 毫秒',
    ],
    [
      'a window kept',
      'withinWindow',
      interval(DAY_MS),
      window,
      13 * DAY_MS + 1,
      '13 days before the window ends',
      '距期限结束还有 13 天',
    ],
    ['an outage too short', 'longerThan', 24 * HOUR_MS, hours, 24 * HOUR_MS + 1, '1 day too short', '短了 1 天'],
    ['an outage too long', 'longerThan', 49 * HOUR_MS, hours, HOUR_MS, '1 hour too long', '长了 1 小时'],
    ['a cap reached', 'reachedCap', grants(2), cap, 1, '1 too many', '多了 1 次'],
    ['a cap not reached', 'reachedCap', grants(0), cap, 2, '2 too few', '少了 2 次'],
    [
      'a rate reached',
      'rateAtLeast',
      share(3, 4),
      rate,
      2_501,
      '25.01 percentage points too high',
      '高出 25.01 个百分点',
    ],
    [
      'a rate not reached',
      'rateAtLeast',
      share(1, 3),
      rate,
      1_667,
      '16.67 percentage points too low',
      '低了 16.67 个百分点',
    ],
    ['a rate of too few', 'rateAtLeast', share(1, 1), rate, null, '', ''],
    ['integers not equal', 'equal', 7, 4, 3, '3 too high', '高出 3'],
    ['integers equal', 'equal', 4, 4, 1, 'exactly on it', '恰好相等'],
    ['texts', 'equal', 'a', 'b', null, '', ''],
    ['not less', 'lessThan', 5, 5, 1, '1 too high', '高出 1'],
    ['less', 'lessThan', 3, 5, 2, '2 too low', '低了 2'],
    ['not greater', 'greaterThan', 0, 0, 1, '1 too low', '低了 1'],
    ['greater', 'greaterThan', 3, 0, 3, '3 too high', '高出 3'],
    ['elements missing', 'includesAll', ['a'], ['a', 'b', 'c'], 2, 'b, c missing', '缺少 b、c'],
    ['nothing missing', 'includesAll', ['a'], ['a'], 1, 'nothing is missing', '没有缺项'],
    ['a list of others', 'in', 'a', ['b'], null, '', ''],
    ['no shared element', 'containsAny', ['a'], ['b'], null, '', ''],
    ['no such element', 'contains', ['a'], 'b', null, '', ''],
  ])('%s', (_case, operator, value, operand, margin, en, zh) => {
    expect(measure(operator, value, operand)).toEqual({ margin, en, zh });
  });
});
