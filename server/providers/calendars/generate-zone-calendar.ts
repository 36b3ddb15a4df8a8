import { tzOffset } from '@date-fns/tz';
import type { ZoneCalendar } from '../../core/calendars/calendar.ts';

const FROM_AT = Date.UTC(2000, 0, 1);
const UNTIL_AT = Date.UTC(2041, 0, 1);
const STEP_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** An IANA name, such as `UTC`, `Etc/GMT+5` or `America/Argentina/Buenos_Aires`; a bare offset is none. */
const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** A time zone that the zone data of this Node does not know. */
export class UnknownZoneError extends Error {
  override readonly name = 'UnknownZoneError';
  readonly zone: string;

  constructor(zone: string) {
    super(`Unknown time zone "${zone}": an IANA name such as Europe/Paris is expected`);
    this.zone = zone;
  }
}

/** Whether a name is that of an IANA time zone, in whatever letters. */
export function isZoneName(zone: string): boolean {
  return findZoneName(zone) !== null;
}

/** The one name of a zone that this Node's data has for all its spellings and aliases; null where there is no such zone. */
export function findZoneName(zone: string): string | null {
  if (!IANA_NAME.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // A RangeError is Intl's only way to say no.
    return null;
  }
}

/** The first minute after `before` at which the offset of `after` holds, to the minute: no zone moves within one. */
function findTransition(zone: string, before: number, after: number): number {
  const offset = tzOffset(zone, new Date(after));
  let low = before;
  let high = after;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (tzOffset(zone, new Date(middle)) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Makes the calendar of one zone from the zone data of this Node: offsets from 2000 to 2040, transitions to the minute.
 * It looks at each day, since the library's own scan misses a clock that is put forward and back within a month.
 * @throws UnknownZoneError
 */
export function generateZoneCalendar(zone: string): ZoneCalendar {
  if (!isZoneName(zone)) throw new UnknownZoneError(zone);
  const transitions = [{ from: FROM_AT, offsetMinutes: tzOffset(zone, new Date(FROM_AT)) }];
  let offset = transitions[0]?.offsetMinutes;
  for (let at = FROM_AT; at < UNTIL_AT; at += STEP_MS) {
    const next = tzOffset(zone, new Date(at + STEP_MS));
    if (next === offset) continue;
    transitions.push({ from: findTransition(zone, at, at + STEP_MS), offsetMinutes: next });
    offset = next;
  }
  return { kind: 'zone', zone, transitions };
}
