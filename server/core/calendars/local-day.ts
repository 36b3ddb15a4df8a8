import type { ZoneCalendar } from './calendar.ts';

/** Milliseconds of a day without a zone transition. */
export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Index of the transition in force at an instant (epoch ms). Before the first one, the first counts.
 * @throws RangeError where the calendar has no transition at all.
 */
function findSegment(zone: ZoneCalendar, at: number): number {
  const { transitions } = zone;
  if (transitions.length === 0) throw new RangeError(`Zone calendar ${zone.zone} has no offset`);
  let low = 0;
  let high = transitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const transition = transitions[middle];
    if (transition !== undefined && transition.from <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Milliseconds to add to an instant (epoch ms) for the wall clock of the zone. */
export function getOffsetMs(zone: ZoneCalendar, at: number): number {
  return (zone.transitions[findSegment(zone, at)]?.offsetMinutes ?? 0) * MINUTE_MS;
}

/** The local day of an instant (epoch ms) as days since 1970-01-01 in the zone. */
export function getLocalDay(zone: ZoneCalendar, at: number): number {
  return Math.floor((at + getOffsetMs(zone, at)) / DAY_MS);
}

/**
 * The last instant (epoch ms) at which the zone's wall clock shows `day` or an earlier one. Where the clock is put
 * back over midnight that is the end of the second pass; where a day is skipped, the instant before the jump.
 */
export function getLocalDayEnd(zone: ZoneCalendar, day: number): number {
  // No zone lies further from UTC than a day, so the segment in force a day after the UTC midnight is late enough.
  let segment = findSegment(zone, (day + 2) * DAY_MS);
  let next = Number.POSITIVE_INFINITY;
  for (;;) {
    const transition = zone.transitions[segment];
    if (transition === undefined) return next - 1;
    const end = (day + 1) * DAY_MS - 1 - transition.offsetMinutes * MINUTE_MS;
    if (segment === 0 || end >= transition.from) return Math.min(end, next - 1);
    next = transition.from;
    segment -= 1;
  }
}

/** Writes a local day (days since 1970-01-01) as `YYYY-MM-DD`. */
export function formatLocalDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a local day is a Saturday or a Sunday. */
export function isWeekend(day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
