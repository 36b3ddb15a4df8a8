import { AppError } from '../../contract/error-registry.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import type { HolidayCalendar, ZoneCalendar } from '../../core/calendars/calendar.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CalendarLibrary, CalendarStore } from '../../ports/platform.ts';
import { generateHolidayCalendar } from './generate-holiday-calendar.ts';
import { findZoneName, generateZoneCalendar, isZoneName } from './generate-zone-calendar.ts';

interface Filed<T> {
  readonly digest: string;
  readonly calendar: T;
}

/** Remembers what a name gives; forgets failures, so that the next caller tries again. */
function remember<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const making = make(name);
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
}

/** Spellings that are remembered; a zone has as many as its letters allow, and senders choose among them. */
const MOST_SPELLINGS = 2_000;

/** Names a zone by its one name, so that each has one calendar however it is spelt. An unknown one stays as it is. */
function rememberNames(): (zone: string) => string {
  const names = new Map<string, string>();
  return (zone) => {
    const known = names.get(zone);
    if (known !== undefined) return known;
    if (names.size >= MOST_SPELLINGS) names.clear();
    const name = findZoneName(zone) ?? zone;
    names.set(zone, name);
    return name;
  };
}

/** Content address of a calendar: lower-case hex SHA-256 of its kind and canonical text. */
export function digestCalendar(calendar: ZoneCalendar | HolidayCalendar): string {
  return digestOf(calendar.kind, canonicalise(calendar));
}

/**
 * Calendars made by this process's libraries, once a zone and once a country, and filed in the store before anybody can
 * name them; and those of any earlier release, by digest.
 */
export function createCalendarLibrary(store: CalendarStore): CalendarLibrary {
  async function file<T extends ZoneCalendar | HolidayCalendar>(calendar: T): Promise<Filed<T>> {
    const digest = digestCalendar(calendar);
    await store.append(digest, calendar);
    return { digest, calendar };
  }
  const nameZone = rememberNames();
  const resolveZone = remember(async (zone) => file(generateZoneCalendar(zone)));
  const resolveCountry = remember(async (country) => file(await generateHolidayCalendar(country)));
  const fetch = remember(async (digest) => {
    const calendar = await store.find(digest);
    if (calendar === null) throw new AppError('CALENDAR_MISSING', `No calendar has the digest ${digest}.`);
    return calendar;
  });

  return {
    async resolve(zone, country) {
      const [zoned, holidays] = await Promise.all([resolveZone(nameZone(zone)), resolveCountry(country)]);
      const calendars = { zone: zoned.calendar, holidays: holidays.calendar };
      return { zone: zoned.digest, holidays: holidays.digest, calendars };
    },
    async get(digests) {
      const [zone, holidays] = await Promise.all([fetch(digests.zone), fetch(digests.holidays)]);
      if (zone.kind !== 'zone' || holidays.kind !== 'holidays') {
        throw new AppError('CALENDAR_MISSING', `${digests.zone} and ${digests.holidays} are not a zone and holidays.`);
      }
      return { zone, holidays };
    },
    isZone: isZoneName,
  };
}
