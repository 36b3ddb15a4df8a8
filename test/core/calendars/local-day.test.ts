import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  formatLocalDay,
  getLocalDay,
  getLocalDayEnd,
  getOffsetMs,
  isWeekend,
} from '../../../server/core/calendars/local-day.ts';
import { BERLIN, buildFixedZone, buildZone } from '../../builders/calendars.ts';

const dayOf = (date: string) => Date.parse(date) / DAY_MS;
const endOf = (zone: typeof BERLIN, date: string) => new Date(getLocalDayEnd(zone, dayOf(date))).toISOString();

/** Goes back from 00:01 to 23:01 of the day before, as Newfoundland once did. */
const BACK_OVER_MIDNIGHT = buildZone('Test/Back', [
  ['2024-01-01T00:00:00Z', -150],
  ['2024-10-27T02:31:00Z', -210],
]);
/** Puts its clock forward at midnight, so that the day begins at 01:00. */
const FORWARD_AT_MIDNIGHT = buildZone('Test/Forward', [
  ['2024-01-01T00:00:00Z', 120],
  ['2024-03-30T22:00:00Z', 180],
]);
/** Leaves out a whole day, as Samoa did. */
const SKIPPED_DAY = buildZone('Test/Skip', [
  ['2011-09-24T14:00:00Z', -600],
  ['2011-12-30T10:00:00Z', 840],
]);

describe('getOffsetMs', () => {
  it('changes exactly at the transition', () => {
    const transition = Date.parse('2026-03-29T01:00:00Z');
    expect(getOffsetMs(BERLIN, transition - 1)).toBe(3_600_000);
    expect(getOffsetMs(BERLIN, transition)).toBe(7_200_000);
  });

  it('takes the first offset before the calendar begins and the last one after it ends', () => {
    expect(getOffsetMs(BERLIN, Date.parse('1999-07-01T00:00:00Z'))).toBe(3_600_000);
    expect(getOffsetMs(BERLIN, Date.parse('2050-07-01T00:00:00Z'))).toBe(3_600_000);
  });

  it('refuses a calendar without an offset', () => {
    expect(() => getOffsetMs({ kind: 'zone', zone: 'Test/Empty', transitions: [] }, 0)).toThrow(RangeError);
  });
});

describe('getLocalDay', () => {
  it.each([
    ['2026-07-14T21:59:59.999Z', '2026-07-14'],
    ['2026-07-14T22:00:00.000Z', '2026-07-15'],
    ['2026-01-14T22:59:59.999Z', '2026-01-14'],
    ['2026-01-14T23:00:00.000Z', '2026-01-15'],
    ['2024-02-28T23:00:00.000Z', '2024-02-29'],
  ])('%s in Berlin is %s', (instant, date) => {
    expect(formatLocalDay(getLocalDay(BERLIN, Date.parse(instant)))).toBe(date);
  });

  it('counts days before 1970', () => {
    expect(getLocalDay(buildFixedZone('UTC', 0), -1)).toBe(-1);
  });
});

describe('getLocalDayEnd', () => {
  it.each([
    ['in summer', '2026-07-15', '2026-07-15T21:59:59.999Z'],
    ['in winter', '2026-01-15', '2026-01-15T22:59:59.999Z'],
    ['on the day of 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['on the day of 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['on a leap day', '2024-02-29', '2024-02-29T22:59:59.999Z'],
  ])('%s', (_, date, end) => {
    expect(endOf(BERLIN, date)).toBe(end);
  });

  it('is the end of the second pass where the clock goes back over midnight', () => {
    expect(endOf(BACK_OVER_MIDNIGHT, '2024-10-26')).toBe('2024-10-27T03:29:59.999Z');
    expect(endOf(BACK_OVER_MIDNIGHT, '2024-10-27')).toBe('2024-10-28T03:29:59.999Z');
  });

  it('is just before the jump where midnight itself is left out', () => {
    expect(endOf(FORWARD_AT_MIDNIGHT, '2024-03-30')).toBe('2024-03-30T21:59:59.999Z');
    expect(endOf(FORWARD_AT_MIDNIGHT, '2024-03-31')).toBe('2024-03-31T20:59:59.999Z');
  });

  it('is just before the jump for a day that is left out', () => {
    expect(endOf(SKIPPED_DAY, '2011-12-29')).toBe('2011-12-30T09:59:59.999Z');
    expect(endOf(SKIPPED_DAY, '2011-12-30')).toBe('2011-12-30T09:59:59.999Z');
    expect(endOf(SKIPPED_DAY, '2011-12-31')).toBe('2011-12-31T09:59:59.999Z');
  });

  it('shows the day or an earlier one, and a later one a millisecond after, in every zone', () => {
    const zones = [BERLIN, BACK_OVER_MIDNIGHT, FORWARD_AT_MIDNIGHT, SKIPPED_DAY, buildFixedZone('Test/Far', 840)];
    const instants = fc.integer({ min: Date.parse('2011-09-25'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const day = getLocalDay(zone, at);
        const end = getLocalDayEnd(zone, day);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(getLocalDay(zone, end)).toBeLessThanOrEqual(day);
        expect(getLocalDay(zone, end + 1)).toBeGreaterThan(day);
      }),
    );
  });
});

describe('isWeekend', () => {
  it.each([
    ['2026-07-17', false],
    ['2026-07-18', true],
    ['2026-07-19', true],
    ['2026-07-20', false],
    ['1969-12-28', true],
    ['1969-12-29', false],
  ])('%s: %s', (date, weekend) => {
    expect(isWeekend(dayOf(date))).toBe(weekend);
  });
});
