/** An instant as the API writes it: ISO text, or epoch ms. */
export type InstantValue = string | number;

/** How much of an instant is shown: minutes, seconds, milliseconds, or the day alone. */
export type Precision = 'day' | 'minute' | 'second' | 'ms';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Epoch ms of what the API sent. */
export function toMs(at: InstantValue): number {
  return typeof at === 'number' ? at : Date.parse(at);
}

/**
 * `20 Nov 2026, 08:32 UTC`; in Chinese `2026年11月20日 08:32 UTC`. The zone is always said, except with a day alone.
 * `recent` leaves the year out, for what stands beside “2 h ago”.
 */
export function formatInstant(
  at: InstantValue,
  locale: string,
  zone: string,
  precision: Precision = 'minute',
  recent = false,
): string {
  const date = new Date(toMs(at));
  if (Number.isNaN(date.getTime())) return '–';
  const parts = readParts(date, zone);
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const day = locale.startsWith('zh')
    ? `${recent ? '' : `${get('year')}年`}${Number(get('month'))}月${Number(get('day'))}日`
    : `${Number(get('day'))} ${MONTHS[Number(get('month')) - 1] ?? ''}${recent ? '' : ` ${get('year')}`}`;
  if (precision === 'day') return day;
  return `${day}${locale.startsWith('zh') ? ' ' : ', '}${formatTime(parts, date, precision)} ${nameZone(date, zone)}`;
}

/** `08:32:04`, without day and zone: for rows under a head that says both. */
export function formatClock(at: InstantValue, zone: string, precision: Precision = 'second'): string {
  const date = new Date(toMs(at));
  return Number.isNaN(date.getTime()) ? '–' : formatTime(readParts(date, zone), date, precision);
}

/** Short name of a zone at an instant: `UTC`, `CET`, `GMT+8`. */
export function nameZone(date: Date, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const parts = formatterOf(`${zone}|name`, { timeZone: zone, timeZoneName: 'short' }).formatToParts(date);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function formatTime(parts: readonly Intl.DateTimeFormatPart[], date: Date, precision: Precision): string {
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const minutes = `${get('hour')}:${get('minute')}`;
  if (precision === 'minute' || precision === 'day') return minutes;
  const seconds = `${minutes}:${get('second')}`;
  return precision === 'second' ? seconds : `${seconds}.${String(date.getTime() % 1000).padStart(3, '0')}`;
}

function readParts(date: Date, zone: string): Intl.DateTimeFormatPart[] {
  return formatterOf(zone, {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
}

function formatterOf(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, made);
  return made;
}
