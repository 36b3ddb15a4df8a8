import type { DurationValue, TimeUnit, WindowValue } from '../policies/parameter.ts';
import type { Calendars } from './calendar.ts';
import { DAY_MS, getLocalDay, getLocalDayEnd } from './local-day.ts';
import { isWorkingDay } from './working-day.ts';

const UNIT_MS: Readonly<Record<TimeUnit, number>> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: DAY_MS };

/** A duration in milliseconds; a day is exactly 24 hours. */
export function resolveDurationMs(value: DurationValue): number {
  return value.amount * UNIT_MS[value.unit];
}

/**
 * The last admissible instant (epoch ms, inclusive) of a window that opens at `fromMs`.
 *
 * `elapsed` ends exactly amount × unit later. `calendar` ends with the last millisecond of the last local day; the
 * local day of `fromMs` is day 0, and a window given in smaller units counts each day it has begun as a whole one.
 * `calendar_workday_end` then moves on while that day is not worked.
 *
 * Days are counted by the given calendars alone, so that a replay does not depend on the machine's zone data.
 * @throws RangeError where the zone calendar is empty.
 */
export function resolveWindowEnd(fromMs: number, window: WindowValue, calendars: Calendars): number {
  const lengthMs = resolveDurationMs(window);
  if (window.counting === 'elapsed') return fromMs + lengthMs;
  let day = getLocalDay(calendars.zone, fromMs) + Math.ceil(lengthMs / DAY_MS);
  if (window.counting === 'calendar_workday_end') {
    while (!isWorkingDay(calendars.holidays, day)) day += 1;
  }
  return getLocalDayEnd(calendars.zone, day);
}
