const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;

function partsOf(at: number, zone: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

/** An instant (epoch ms) as a clock in a zone shows it: `2026-12-01T00:00`. */
export function toLocalText(at: number, zone: string): string {
  const parts = partsOf(at, zone);
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/**
 * The instant (epoch ms) at which a clock in a zone shows this; null where the text is none. Of an hour that comes twice
 * the first; in an hour that is skipped, the instant that much after its beginning.
 */
export function fromLocalText(text: string, zone: string): number | null {
  const found = FORM.exec(text);
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const offsetAt = (at: number): number => Date.parse(`${toLocalText(at, zone)}:00Z`) - at;
  const minuteStart = (at: number): number => at - (at % 60_000);
  // The offset before and after a change of clocks are the only candidates; the earlier instant that fits is taken.
  const candidates = [offsetAt(minuteStart(wall - 86_400_000)), offsetAt(minuteStart(wall + 86_400_000))].map(
    (offset) => wall - offset,
  );
  const fitting = candidates.filter((at) => toLocalText(at, zone) === text);
  return fitting.length > 0 ? Math.min(...fitting) : (candidates[0] ?? null);
}
