import { describe, expect, it } from 'vitest';
import { isWeekend } from '../../../server/core/calendars/local-day.ts';
import {
  BadCountryError,
  generateHolidayCalendar,
} from '../../../server/providers/calendars/generate-holiday-calendar.ts';

const inYear = (dates: readonly string[], year: string) => dates.filter((date) => date.startsWith(year));
const in2026 = (dates: readonly string[]) =>
  inYear(dates, '2026')
    .map((date) => date.slice(5))
    .join(' ');

describe('generateHolidayCalendar', () => {
  it("knows a country's nationwide public holidays", async () => {
    const germany = await generateHolidayCalendar('DE');
    expect(germany).toMatchObject({
      kind: 'holidays',
      country: 'DE',
      from: '2020-01-01',
      until: '2035-12-31',
      workdays: [],
    });
    expect(in2026(germany.holidays)).toBe('01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26');
  });

  it('covers all its years, sorted and without repeats', async () => {
    const { holidays } = await generateHolidayCalendar('FR');
    expect(holidays).toEqual([...new Set(holidays)].toSorted());
    const years = new Set(holidays.map((date) => Number(date.slice(0, 4))));
    expect([...years]).toEqual(Array.from({ length: 16 }, (_, index) => 2020 + index));
  });

  it('gives the days on which a holiday is made up for', async () => {
    // Boxing Day 2026 is a Saturday.
    expect((await generateHolidayCalendar('GB')).holidays).toContain('2026-12-28');
  });

  it('counts each day of a long holiday', async () => {
    const { holidays } = await generateHolidayCalendar('AE');
    expect(holidays).toEqual(expect.arrayContaining(['2025-03-30', '2025-03-31', '2025-04-01']));
  });

  it('has no holidays for a country that nobody lists', async () => {
    expect(await generateHolidayCalendar('ZZ')).toMatchObject({ country: 'ZZ', holidays: [], workdays: [] });
  });

  it.each(['', 'D', 'DEU', 'de', '__'])('refuses "%s"', async (country) => {
    await expect(generateHolidayCalendar(country)).rejects.toThrow(BadCountryError);
  });
});

describe("China's calendar", () => {
  it('has the published holidays and make-up working days', async () => {
    const china = await generateHolidayCalendar('CN');
    expect(in2026(china.workdays)).toBe('01-04 02-14 02-28 05-09 09-20 10-10');
    expect(inYear(china.holidays, '2026')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(inYear(china.holidays, '2025')).toHaveLength(1 + 8 + 3 + 5 + 3 + 8);
    expect(inYear(china.holidays, '2024')).toHaveLength(1 + 8 + 3 + 5 + 1 + 3 + 7);
  });

  it('makes up on weekends alone, and never on a holiday', async () => {
    const { holidays, workdays } = await generateHolidayCalendar('CN');
    expect(workdays).toHaveLength(8 + 5 + 6);
    expect(workdays.filter((date) => !isWeekend(Date.parse(date) / 86_400_000))).toEqual([]);
    expect(workdays.filter((date) => holidays.includes(date))).toEqual([]);
  });

  it('takes the other years from the library, without half days and days for children alone', async () => {
    const { holidays } = await generateHolidayCalendar('CN');
    expect(holidays).toEqual(expect.arrayContaining(['2027-01-01', '2027-10-01']));
    for (const date of ['2027-03-08', '2027-05-04', '2027-06-01', '2027-08-01']) expect(holidays).not.toContain(date);
  });
});
