import type { Calendars, HolidayCalendar, ZoneCalendar } from '../../server/core/calendars/calendar.ts';

/** A zone that never moves its clock, by its distance from UTC. */
export function buildFixedZone(zone: string, offsetMinutes: number): ZoneCalendar {
  return { kind: 'zone', zone, transitions: [{ from: 0, offsetMinutes }] };
}

/** A zone from `[instant as RFC 3339, offset in minutes]` pairs, oldest first. */
export function buildZone(zone: string, transitions: readonly (readonly [string, number])[]): ZoneCalendar {
  return {
    kind: 'zone',
    zone,
    transitions: transitions.map(([from, offsetMinutes]) => ({ from: Date.parse(from), offsetMinutes })),
  };
}

/** Berlin's clock from 2023 to 2027, with its changes in March and October. */
export const BERLIN: ZoneCalendar = buildZone('Europe/Berlin', [
  ['2022-10-30T01:00:00Z', 60],
  ['2023-03-26T01:00:00Z', 120],
  ['2023-10-29T01:00:00Z', 60],
  ['2024-03-31T01:00:00Z', 120],
  ['2024-10-27T01:00:00Z', 60],
  ['2025-03-30T01:00:00Z', 120],
  ['2025-10-26T01:00:00Z', 60],
  ['2026-03-29T01:00:00Z', 120],
  ['2026-10-25T01:00:00Z', 60],
]);

/** A country's holidays and make-up working days as `YYYY-MM-DD`, in any order. */
export function buildHolidays(holidays: readonly string[] = [], workdays: readonly string[] = []): HolidayCalendar {
  return {
    kind: 'holidays',
    country: 'DE',
    from: '2000-01-01',
    until: '2040-12-31',
    holidays: holidays.toSorted(),
    workdays: workdays.toSorted(),
  };
}

/** The two calendars of a case: UTC without holidays, unless told otherwise. */
export function buildCalendars(overrides: Partial<Calendars> = {}): Calendars {
  return { zone: buildFixedZone('UTC', 0), holidays: buildHolidays(), ...overrides };
}
