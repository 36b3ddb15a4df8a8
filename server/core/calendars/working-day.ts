import type { HolidayCalendar } from './calendar.ts';
import { formatLocalDay, isWeekend } from './local-day.ts';

function includesSorted(sorted: readonly string[], wanted: string): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? '';
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/**
 * Whether a local day (days since 1970-01-01) is worked in the calendar's country: no public holiday, and no weekend
 * unless it makes up for a holiday. Outside of the years that the calendar covers only weekends are free.
 */
export function isWorkingDay(holidays: HolidayCalendar, day: number): boolean {
  const date = formatLocalDay(day);
  if (includesSorted(holidays.holidays, date)) return false;
  return !isWeekend(day) || includesSorted(holidays.workdays, date);
}
