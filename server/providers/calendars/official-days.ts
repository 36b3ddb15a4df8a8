import { OFFICIAL_COUNTRIES } from './official-days-data.ts';

/** Days of one year as a government published them, as local dates `YYYY-MM-DD`. */
export interface OfficialYear {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

const DAY_MS = 86_400_000;

/** All days from one local date to another, both included. */
export function listDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function expandRange(year: number, range: string): string[] {
  const [from = '', to = from] = range.split('/');
  return listDays(`${year}-${from}`, `${year}-${to}`);
}

/**
 * The holidays and make-up working days that a country published for a year; null where we have none. They stand in a
 * data file that names its source, because no library knows China's make-up working days.
 */
export function findOfficialYear(country: string, year: number): OfficialYear | null {
  const published = OFFICIAL_COUNTRIES[country]?.years[year];
  if (published === undefined) return null;
  const expand = (ranges: readonly string[]) => ranges.flatMap((range) => expandRange(year, range));
  return { holidays: expand(published.holidays), workdays: expand(published.workdays) };
}

/** Whether a local date `YYYY-MM-DD` is worked in a country although the library calls it a public holiday. */
export function isWorkedAnyway(country: string, date: string): boolean {
  return OFFICIAL_COUNTRIES[country]?.notDaysOff.includes(date.slice(5)) ?? false;
}
