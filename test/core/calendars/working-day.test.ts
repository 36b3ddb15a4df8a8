import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../server/core/calendars/local-day.ts';
import { isWorkingDay } from '../../../server/core/calendars/working-day.ts';
import { buildHolidays } from '../../builders/calendars.ts';

const dayOf = (date: string) => Date.parse(date) / DAY_MS;

describe('isWorkingDay', () => {
  const china = buildHolidays(['2026-02-16', '2026-02-17', '2026-02-18'], ['2026-02-14', '2026-02-28']);

  it.each([
    ['a weekday', '2026-02-13', true],
    ['a Saturday that makes up for a holiday', '2026-02-14', true],
    ['a Sunday', '2026-02-15', false],
    ['the first holiday', '2026-02-16', false],
    ['the last holiday', '2026-02-18', false],
    ['the day after the holidays', '2026-02-19', true],
    ['an ordinary Saturday', '2026-02-21', false],
    ['the last make-up working day', '2026-02-28', true],
    ['a weekday beyond the calendar', '2050-01-03', true],
    ['a Saturday beyond the calendar', '2050-01-01', false],
  ])('%s', (_, date, works) => {
    expect(isWorkingDay(china, dayOf(date))).toBe(works);
  });

  it('lets a holiday win over a make-up working day', () => {
    expect(isWorkingDay(buildHolidays(['2026-02-14'], ['2026-02-14']), dayOf('2026-02-14'))).toBe(false);
  });
});
