import type { Clock } from '../ports/platform.ts';

/** Above this difference from the primary, in ms, a process must not take requests. */
const MOST_DRIFT_MS = 1_000;

const SAMPLES = 3;
const REFRESH_MS = 30_000;
const RETRY_MS = 2_000;

/** A clock that follows the primary's. */
export interface SystemClock extends Clock {
  /** The machine's difference from the primary in ms, positive where it is behind; null while unknown. */
  readonly driftMs: number | null;
  /** Whether the drift is known and at most one second. */
  readonly isReady: boolean;
  /** Measures once; throws what `readPrimaryTime` throws. */
  measure(): Promise<void>;
  /** Measures now and every 30 s, until closed. Resolves after the first try. */
  start(): Promise<void>;
  close(): void;
}

/** One look at the primary's clock. `machine` is the machine's clock and `elapsed` one that never steps, both ms. */
export interface SystemClockOptions {
  readonly readPrimaryTime: () => Promise<number>;
  readonly machine?: () => number;
  readonly elapsed?: () => number;
}

/**
 * Counts on from the primary's time with a clock that never steps, so that neither a wrong nor a corrected machine clock
 * moves it. Of several samples the one with the shortest way counts; half its way is taken off.
 */
export function createSystemClock({
  readPrimaryTime,
  machine = Date.now,
  elapsed = () => performance.now(),
}: SystemClockOptions): SystemClock {
  let base: { readonly primaryAt: number; readonly elapsedAt: number } | undefined;
  let driftMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const now = (): number => Math.round(base === undefined ? machine() : base.primaryAt + (elapsed() - base.elapsedAt));

  async function sample(): Promise<{ wayMs: number; primaryAt: number; elapsedAt: number }> {
    const sentAt = elapsed();
    const primaryAt = await readPrimaryTime();
    const elapsedAt = elapsed();
    const wayMs = elapsedAt - sentAt;
    return { wayMs, primaryAt: primaryAt + wayMs / 2, elapsedAt };
  }

  async function measure(): Promise<void> {
    const samples = [];
    for (let count = 0; count < SAMPLES; count += 1) samples.push(await sample());
    const best = samples.reduce((a, b) => (b.wayMs < a.wayMs ? b : a));
    base = best;
    driftMs = Math.round(best.primaryAt + (elapsed() - best.elapsedAt) - machine());
  }

  async function tick(): Promise<void> {
    const isMeasured = await measure().then(
      () => true,
      () => false,
    );
    if (!isMeasured) driftMs = null;
    if (isClosed) return;
    timer = setTimeout(() => void tick(), isMeasured ? REFRESH_MS : RETRY_MS);
    timer.unref();
  }

  return {
    now,
    get driftMs() {
      return driftMs;
    },
    get isReady() {
      return driftMs !== null && Math.abs(now() - machine()) <= MOST_DRIFT_MS;
    },
    measure,
    start: tick,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
