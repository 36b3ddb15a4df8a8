import { describe, expect, it } from 'vitest';
import type { KnownValue } from '../../../../server/core/facts/fact-value.ts';
import {
  findOperator,
  OPERATOR_NAMES,
  OPERATOR_PAIRS,
} from '../../../../server/core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../../../server/core/policies/operators/operator.ts';
import { buildCalendars, BERLIN, buildHolidays } from '../../../builders/calendars.ts';

const CALENDARS = buildCalendars();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AT = Date.parse('2026-07-15T12:00:00.000Z');

/** What the named operator says of a value, complements included: true, false or null. */
function compare(operator: string, value: KnownValue, operand: KnownOperand, calendars = CALENDARS): boolean | null {
  const found = findOperator(operator);
  if (found === null) throw new RangeError(operator);
  const holds = found.pair.bind(operand)(value, calendars);
  return holds === null ? null : holds !== found.negated;
}

describe('the operator table', () => {
  it('has the eleven pairs, each name once', () => {
    expect(OPERATOR_NAMES).toEqual([
      'equal',
      'notEqual',
      'in',
      'notIn',
      'lessThan',
      'greaterThanInclusive',
      'greaterThan',
      'lessThanInclusive',
      'contains',
      'doesNotContain',
      'containsAny',
      'containsNone',
      'includesAll',
      'lacksAny',
      'withinWindow',
      'outsideWindow',
      'longerThan',
      'notLongerThan',
      'reachedCap',
      'belowCap',
      'rateAtLeast',
      'rateBelow',
    ]);
    expect(new Set(OPERATOR_NAMES).size).toBe(22);
  });

  it('knows no operator by an inherited name', () => {
    expect(findOperator('constructor')).toBeNull();
    expect(findOperator('toString')).toBeNull();
  });

  it.each(OPERATOR_PAIRS)('$operator has a place for its operand in both phrases and both languages', ({ phrases }) => {
    for (const { en, zh } of [phrases.operator, phrases.complement]) {
      expect(en).toContain('{}');
      expect(zh).toContain('{}');
    }
  });
});

describe('equal and notEqual', () => {
  it.each<[KnownValue & (string | number | boolean), string | number | boolean, boolean]>([
    ['red', 'red', true],
    ['red', 'Red', false],
    ['', '', true],
    [0, 0, true],
    [9, 10, false],
    [true, true, true],
    [false, true, false],
  ])('%s equal %s is %s', (value, operand, expected) => {
    expect(compare('equal', value, operand)).toBe(expected);
    expect(compare('notEqual', value, operand)).toBe(!expected);
  });
});

describe('in and notIn', () => {
  it.each<[string, string[], boolean]>([
    ['red', ['red', 'blue'], true],
    ['re', ['red'], false],
    ['red', [], false],
    ['', ['red'], false],
  ])('%s in %j is %s: whole elements, no substrings', (value, operand, expected) => {
    expect(compare('in', value, operand)).toBe(expected);
    expect(compare('notIn', value, operand)).toBe(!expected);
  });
});

describe('the order of integers', () => {
  it.each([
    [4, 5, true, true],
    [5, 5, false, true],
    [6, 5, false, false],
    [-1, 0, true, true],
  ])('%i against %i', (value, operand, less, atMost) => {
    expect(compare('lessThan', value, operand)).toBe(less);
    expect(compare('greaterThanInclusive', value, operand)).toBe(!less);
    expect(compare('lessThanInclusive', value, operand)).toBe(atMost);
    expect(compare('greaterThan', value, operand)).toBe(!atMost);
  });
});

describe('lists', () => {
  it('contain an element', () => {
    expect(compare('contains', ['a', 'b'], 'a')).toBe(true);
    expect(compare('contains', ['ab'], 'a')).toBe(false);
    expect(compare('doesNotContain', [], 'a')).toBe(true);
  });

  it.each<[string[], string[], boolean, boolean]>([
    [['a', 'b'], ['b', 'c'], true, false],
    [['a', 'b'], ['a'], true, true],
    [['a'], ['c'], false, false],
    [[], ['a'], false, false],
    [['a'], [], false, true],
    [[], [], false, true],
  ])('%j against %j', (value, operand, any, all) => {
    expect(compare('containsAny', value, operand)).toBe(any);
    expect(compare('containsNone', value, operand)).toBe(!any);
    expect(compare('includesAll', value, operand)).toBe(all);
    expect(compare('lacksAny', value, operand)).toBe(!all);
  });
});

describe('withinWindow and outsideWindow', () => {
  const window = { amount: 14, unit: 'days', counting: 'elapsed' } as const;
  const interval = (length: number): KnownValue => ({ from: AT, to: AT + length, zone: 'UTC' });

  it.each([
    [14 * DAY_MS - 1, true],
    [14 * DAY_MS, true],
    [14 * DAY_MS + 1, false],
    [0, true],
  ])('%i ms into 14 elapsed days: inside is %s', (length, inside) => {
    expect(compare('withinWindow', interval(length), window)).toBe(inside);
    expect(compare('outsideWindow', interval(length), window)).toBe(!inside);
  });

  it('counts local days by the calendars, and moves on over days that are not worked', () => {
    const calendars = buildCalendars({ zone: BERLIN, holidays: buildHolidays(['2026-07-16']) });
    const from = Date.parse('2026-07-15T21:00:00.000Z');
    const until = (to: string): KnownValue => ({ from, to: Date.parse(to), zone: 'Europe/Berlin' });
    const day = { amount: 1, unit: 'days', counting: 'calendar' } as const;
    expect(compare('withinWindow', until('2026-07-16T21:59:59.999Z'), day, calendars)).toBe(true);
    expect(compare('withinWindow', until('2026-07-16T22:00:00.000Z'), day, calendars)).toBe(false);
    const workday = { ...day, counting: 'calendar_workday_end' } as const;
    expect(compare('withinWindow', until('2026-07-17T21:59:59.999Z'), workday, calendars)).toBe(true);
    expect(compare('outsideWindow', until('2026-07-17T22:00:00.000Z'), workday, calendars)).toBe(true);
  });
});

describe('longerThan and notLongerThan', () => {
  it.each([
    [5 * HOUR_MS - 1, false],
    [5 * HOUR_MS, false],
    [5 * HOUR_MS + 1, true],
  ])('%i ms against 5 hours: longer is %s', (value, longer) => {
    const limit = { amount: 5, unit: 'hours' } as const;
    expect(compare('longerThan', value, limit)).toBe(longer);
    expect(compare('notLongerThan', value, limit)).toBe(!longer);
  });
});

describe('reachedCap and belowCap', () => {
  const cap = { count: 2, per: { amount: 90, unit: 'days' } } as const;
  const per = 90 * DAY_MS;
  const timeline = (instants: number[], truncated?: boolean): KnownValue => ({
    instants,
    at: AT,
    ...(truncated ? { truncated } : {}),
  });

  it('no longer counts an instant exactly as old as the period', () => {
    expect(compare('reachedCap', timeline([AT - per, AT - 1]), cap)).toBe(false);
    expect(compare('reachedCap', timeline([AT - per + 1, AT - 1]), cap)).toBe(true);
  });

  it('counts an instant after the decision: another process may have dated it', () => {
    expect(compare('reachedCap', timeline([AT - 1, AT + 5_000]), cap)).toBe(true);
    expect(compare('belowCap', timeline([AT - 1, AT + 5_000]), cap)).toBe(false);
  });

  it('is unknown below the cap when the history was cut, and reached all the same above it', () => {
    expect(compare('reachedCap', timeline([AT - 1], true), cap)).toBeNull();
    expect(compare('belowCap', timeline([AT - 1], true), cap)).toBeNull();
    expect(compare('reachedCap', timeline([AT - 2, AT - 1], true), cap)).toBe(true);
  });

  it('has reached a cap of nothing from the start', () => {
    expect(compare('reachedCap', timeline([]), { ...cap, count: 0 })).toBe(true);
  });
});

describe('rateAtLeast and rateBelow', () => {
  const rate = { basisPoints: 3_333, per: { amount: 30, unit: 'days' }, minimumCount: 3 } as const;
  const ratio = (part: number, whole: number, truncated?: boolean): KnownValue => ({
    part: Array.from({ length: part }, (_, index) => AT - 100 + index),
    whole: Array.from({ length: whole }, (_, index) => AT - 100 + index),
    at: AT,
    ...(truncated ? { truncated } : {}),
  });

  it.each([
    [1, 3, true],
    [1, 4, false],
    [2, 6, true],
    [0, 3, false],
    [2, 2, false],
  ])('%i of %i against 33.33 %% of at least 3 is %s', (part, whole, reached) => {
    expect(compare('rateAtLeast', ratio(part, whole), rate)).toBe(reached);
    expect(compare('rateBelow', ratio(part, whole), rate)).toBe(!reached);
  });

  it('counts within the period alone', () => {
    const old = AT - 30 * DAY_MS;
    const value: KnownValue = { part: [old, old + 1], whole: [old, old + 1, AT - 2, AT - 1], at: AT };
    expect(compare('rateAtLeast', value, rate)).toBe(true);
    expect(compare('rateAtLeast', { ...value, part: [old] }, rate)).toBe(false);
  });

  it('is unknown when the history was cut', () => {
    expect(compare('rateAtLeast', ratio(3, 3, true), rate)).toBeNull();
    expect(compare('rateBelow', ratio(0, 3, true), rate)).toBeNull();
  });
});
