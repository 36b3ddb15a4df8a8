import Holidays from 'date-holidays';
import { setImmediate } from 'node:timers/promises';
import type { HolidayCalendar } from '../../core/calendars/calendar.ts';
import { findOfficialYear, isWorkedAnyway, listDays, type OfficialYear } from './official-days.ts';

const FIRST_YEAR = 2020;
const LAST_YEAR = 2035;
const DAY_MS = 86_400_000;

/** A country code that is not two capital letters. */
export class BadCountryError extends Error {
  override readonly name = 'BadCountryError';
  readonly country: string;

  constructor(country: string) {
    super(`"${country}" is no country code: two capital letters of ISO 3166-1 are expected`);
    this.country = country;
  }
}

/** The library's public holidays of a year that last whole days, as local dates; half days are worked. */
function listLibraryHolidays(library: Holidays, country: string, year: number): string[] {
  return library.getHolidays(year).flatMap((holiday) => {
    const days = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS);
    if (days < 1 || holiday.date.slice(11, 19) !== '00:00:00') return [];
    const first = holiday.date.slice(0, 10);
    const last = new Date(Date.parse(first) + (days - 1) * DAY_MS).toISOString().slice(0, 10);
    return listDays(first, last).filter((date) => !isWorkedAnyway(country, date));
  });
}

/**
 * Makes the calendar of one country's nationwide public holidays from 2020 to 2035, and of its make-up working days as
 * far as they are published. Regional holidays are left out, since only the country of a customer is known. A country
 * that the library does not know gets a calendar without holidays. Yields between years: some take 30 ms to compute.
 *
 * Holidays by date-holidays (data: CC-BY-SA 3.0); published years replace the library's.
 * @throws BadCountryError
 */
export async function generateHolidayCalendar(country: string): Promise<HolidayCalendar> {
  if (!/^[A-Z]{2}$/.test(country)) throw new BadCountryError(country);
  const library = new Holidays(country, { types: ['public'] });
  const holidays = new Set<string>();
  const workdays = new Set<string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const days: OfficialYear = findOfficialYear(country, year) ?? {
      holidays: listLibraryHolidays(library, country, year),
      workdays: [],
    };
    for (const date of days.holidays) holidays.add(date);
    for (const date of days.workdays) workdays.add(date);
    await setImmediate();
  }
  return {
    kind: 'holidays',
    country,
    from: `${FIRST_YEAR}-01-01`,
    until: `${LAST_YEAR}-12-31`,
    holidays: [...holidays].toSorted(),
    workdays: [...workdays].toSorted(),
  };
}
