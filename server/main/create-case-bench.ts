import type { PolicyContent } from '../core/policies/policy-version.ts';
import type { Calendars } from '../core/calendars/calendar.ts';
import { digestCalendar } from '../providers/calendars/calendar-library.ts';
import { generateHolidayCalendar } from '../providers/calendars/generate-holiday-calendar.ts';
import { generateZoneCalendar } from '../providers/calendars/generate-zone-calendar.ts';
import type { BenchCalendars, GoldenBench } from '../usecases/golden/golden-bench.ts';

/** Countries whose holidays cases may name beside those of their policies. */
const COUNTRIES = ['US', 'DE', 'GB', 'NO', 'FR', 'CN'];

/** What cases are run against, with the calendars that a live process makes; those of other countries than the listed and the policies' own are refused. */
export async function createCaseBench(
  programs: ReadonlyMap<string, PolicyContent>,
  floor: PolicyContent | null,
): Promise<GoldenBench> {
  const countries = new Set([...COUNTRIES, ...[...programs.values()].map((content) => content.country)]);
  const holidays = new Map<string, Calendars['holidays']>();
  for (const country of countries) holidays.set(country, await generateHolidayCalendar(country));
  const zones = new Map<string, Calendars['zone']>();
  return {
    programs,
    floor,
    getCalendars: (zone, country): BenchCalendars => {
      const named = zones.get(zone) ?? generateZoneCalendar(zone);
      zones.set(zone, named);
      const days = holidays.get(country);
      if (days === undefined) throw new RangeError(`No holidays of ${country} were prepared`);
      return {
        calendars: { zone: named, holidays: days },
        digests: { zone: digestCalendar(named), holidays: digestCalendar(days) },
      };
    },
  };
}
