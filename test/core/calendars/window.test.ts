import { describe, expect, it } from 'vitest';
import { resolveDurationMs, resolveWindowEnd } from '../../../server/core/calendars/window.ts';
import { BERLIN, buildCalendars, buildFixedZone, buildHolidays } from '../../builders/calendars.ts';

const berlin = buildCalendars({
  zone: BERLIN,
  holidays: buildHolidays(['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-26', '2027-01-01']),
});

const elapsed = (amount: number) => ({ amount, unit: 'days', counting: 'elapsed' }) as const;
const calendar = (amount: number) => ({ amount, unit: 'days', counting: 'calendar' }) as const;
const workday = (amount: number) => ({ amount, unit: 'days', counting: 'calendar_workday_end' }) as const;
const endOf = (from: string, window: Parameters<typeof resolveWindowEnd>[1], calendars = berlin) =>
  new Date(resolveWindowEnd(Date.parse(from), window, calendars)).toISOString();

describe('resolveDurationMs', () => {
  it.each([
    ['seconds', 1_000],
    ['minutes', 60_000],
    ['hours', 3_600_000],
    ['days', 86_400_000],
  ] as const)('a unit of %s', (unit, ms) => {
    expect(resolveDurationMs({ amount: 1, unit })).toBe(ms);
    expect(resolveDurationMs({ amount: 14, unit })).toBe(14 * ms);
    expect(resolveDurationMs({ amount: 0, unit })).toBe(0);
  });
});

describe('an elapsed window', () => {
  it('ends exactly amount × unit later, to the millisecond', () => {
    expect(endOf('2026-07-01T10:20:30.123Z', elapsed(14))).toBe('2026-07-15T10:20:30.123Z');
    expect(endOf('2026-07-01T10:20:30.123Z', { amount: 36, unit: 'hours', counting: 'elapsed' })).toBe(
      '2026-07-02T22:20:30.123Z',
    );
  });

  it('takes no notice of summer time', () => {
    expect(endOf('2026-03-28T12:00:00Z', elapsed(2))).toBe('2026-03-30T12:00:00.000Z');
    expect(endOf('2026-10-24T12:00:00Z', elapsed(2))).toBe('2026-10-26T12:00:00.000Z');
  });

  it('runs over a leap day', () => {
    expect(endOf('2024-02-15T00:00:00Z', elapsed(14))).toBe('2024-02-29T00:00:00.000Z');
    expect(endOf('2025-02-15T00:00:00Z', elapsed(14))).toBe('2025-03-01T00:00:00.000Z');
  });
});

describe('a calendar window', () => {
  it('ends with the last local day, whenever the first one began', () => {
    expect(endOf('2026-06-30T22:00:00.000Z', calendar(14))).toBe('2026-07-15T21:59:59.999Z');
    expect(endOf('2026-07-01T21:59:59.999Z', calendar(14))).toBe('2026-07-15T21:59:59.999Z');
    expect(endOf('2026-07-01T22:00:00.000Z', calendar(14))).toBe('2026-07-16T21:59:59.999Z');
  });

  it('follows the clock into summer time and out of it', () => {
    expect(endOf('2026-03-20T12:00:00Z', calendar(14))).toBe('2026-04-03T21:59:59.999Z');
    expect(endOf('2026-03-15T12:00:00Z', calendar(14))).toBe('2026-03-29T21:59:59.999Z');
    expect(endOf('2026-10-20T12:00:00Z', calendar(14))).toBe('2026-11-03T22:59:59.999Z');
    expect(endOf('2026-10-11T12:00:00Z', calendar(14))).toBe('2026-10-25T22:59:59.999Z');
  });

  it('counts a leap day as a day', () => {
    expect(endOf('2024-02-15T12:00:00Z', calendar(14))).toBe('2024-02-29T22:59:59.999Z');
    expect(endOf('2024-02-16T12:00:00Z', calendar(14))).toBe('2024-03-01T22:59:59.999Z');
    expect(endOf('2025-02-16T12:00:00Z', calendar(14))).toBe('2025-03-02T22:59:59.999Z');
  });

  it("depends on the calendar's zone alone", () => {
    const shanghai = buildCalendars({ zone: buildFixedZone('Asia/Shanghai', 480) });
    expect(endOf('2026-07-01T15:59:59.999Z', calendar(7), shanghai)).toBe('2026-07-08T15:59:59.999Z');
    expect(endOf('2026-07-01T16:00:00.000Z', calendar(7), shanghai)).toBe('2026-07-09T15:59:59.999Z');
  });

  it('counts a day begun as a whole one', () => {
    expect(endOf('2026-07-01T12:00:00Z', { amount: 25, unit: 'hours', counting: 'calendar' })).toBe(
      '2026-07-03T21:59:59.999Z',
    );
    expect(endOf('2026-07-01T12:00:00Z', calendar(0))).toBe('2026-07-01T21:59:59.999Z');
  });

  it('stays on weekends and holidays', () => {
    expect(endOf('2026-12-11T12:00:00Z', calendar(14))).toBe('2026-12-25T22:59:59.999Z');
  });
});

describe('a window to the end of a working day', () => {
  it('stays on a day that is worked', () => {
    expect(endOf('2026-07-01T12:00:00Z', workday(14))).toBe('2026-07-15T21:59:59.999Z');
  });

  it('moves from a Saturday or a Sunday to Monday', () => {
    expect(endOf('2026-07-04T12:00:00Z', workday(14))).toBe('2026-07-20T21:59:59.999Z');
    expect(endOf('2026-07-05T12:00:00Z', workday(14))).toBe('2026-07-20T21:59:59.999Z');
  });

  it('moves over holidays and the weekend between them', () => {
    // Good Friday, the weekend, Easter Monday.
    expect(endOf('2026-03-20T12:00:00Z', workday(14))).toBe('2026-04-07T21:59:59.999Z');
    // Christmas Day is a Friday.
    expect(endOf('2026-12-11T12:00:00Z', workday(14))).toBe('2026-12-28T22:59:59.999Z');
  });

  it('stays on a Saturday that makes up for a holiday', () => {
    const china = buildCalendars({
      zone: buildFixedZone('Asia/Shanghai', 480),
      holidays: buildHolidays(['2026-02-16', '2026-02-17'], ['2026-02-14']),
    });
    expect(endOf('2026-02-07T04:00:00Z', workday(7), china)).toBe('2026-02-14T15:59:59.999Z');
    expect(endOf('2026-02-08T04:00:00Z', workday(7), china)).toBe('2026-02-18T15:59:59.999Z');
  });
});
