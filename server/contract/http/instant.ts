const RFC_3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** The last millisecond of the year 9999. */
const LATEST = 253_402_300_799_999;

/**
 * Epoch ms of an RFC 3339 instant with an offset; digits beyond the millisecond are cut off. NaN where the text is none,
 * where the day does not exist, or where the instant lies before 1970 or after 9999.
 */
export function parseInstant(text: string): number {
  const parts = RFC_3339.exec(text);
  if (parts === null) return Number.NaN;
  const number = (index: number): number => Number(parts[index] ?? 0);
  const day = Date.UTC(number(1), number(2) - 1, number(3));
  // Date.UTC rolls 30 February over into March and reads the years 0 to 99 as 1900 to 1999.
  if (new Date(day).getUTCDate() !== number(3) || number(1) < 1000) return Number.NaN;
  const millis = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = (parts[8] === '-' ? -1 : 1) * (number(9) * 60 + number(10)) * 60_000;
  const at = day + ((number(4) * 60 + number(5)) * 60 + number(6)) * 1000 + millis - offset;
  return at >= 0 && at <= LATEST ? at : Number.NaN;
}

/** Whether a text is an instant that {@link parseInstant} reads. */
export function checkInstant(text: string): boolean {
  return !Number.isNaN(parseInstant(text));
}

/** Epoch ms as the contract writes instants: ISO 8601 in UTC with milliseconds. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** {@link formatInstant} where an instant may be missing: null for absent. */
export function formatOptionalInstant(at: number | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}
