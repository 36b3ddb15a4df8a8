import type { HolidayCalendar, ZoneCalendar } from '../../server/core/calendars/calendar.ts';
import type { CalendarStore } from '../../server/ports/platform.ts';

/** What a calendar store holds. */
export type Calendar = ZoneCalendar | HolidayCalendar;

/** Calendars over a map. */
export function createMemoryCalendarStore(calendars = new Map<string, Calendar>()): CalendarStore {
  return {
    append: async (digest, calendar) => {
      calendars.set(digest, structuredClone(calendar));
    },
    find: async (digest) => structuredClone(calendars.get(digest) ?? null),
  };
}
