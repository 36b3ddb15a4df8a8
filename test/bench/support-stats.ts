/** The value below which `share` (0 to 1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Rounds to so many digits after the point. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/**
 * Quotients of two contestants round by round, then their median: a machine that is busy for a while slows both sides
 * of one quotient, and not one side of all.
 */
export function medianRatio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((value, place) => value / (under[place] ?? Number.NaN)));
}

/** Runs so many calls with at most `inFlight` at a time. Answers how long each took and how long all took, ms. */
export async function runInFlight(
  count: number,
  inFlight: number,
  call: (index: number) => Promise<unknown>,
): Promise<{ readonly each: number[]; readonly tookMs: number }> {
  const each: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const from = performance.now();
      await call(index);
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, work));
  return { each, tookMs: performance.now() - startedAt };
}
