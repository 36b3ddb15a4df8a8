import type { Log } from '../ports/platform.ts';

/** A task that is done again and again. Waits in ms: `busyMs` after a pass that found work, up to `idleMs`, doubling, while there is none. */
export interface LoopPlan {
  readonly name: string;
  /** One pass; answers how much it found. */
  readonly run: () => Promise<number>;
  readonly busyMs: number;
  readonly idleMs: number;
  readonly log: Log;
}

/** A loop that runs. */
export interface Loop {
  /** Starts the next pass at once. */
  nudge(): void;
  /** Ends after the pass under way. */
  close(): Promise<void>;
}

/** Starts a loop; a pass that throws is logged once until one succeeds, and the loop goes on. */
export function startLoop({ name, run, busyMs, idleMs, log }: LoopPlan): Loop {
  let isClosed = false;
  let isFailing = false;
  let wake: (() => void) | undefined;
  let nudged = false;

  async function pass(): Promise<number> {
    try {
      const found = await run();
      isFailing = false;
      return found;
    } catch (error) {
      if (!isFailing) log.warn({ loop: name, err: error }, 'a periodic task failed; it goes on trying');
      isFailing = true;
      return 0;
    }
  }

  async function rest(ms: number): Promise<void> {
    if (isClosed || nudged) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
  }

  async function go(): Promise<void> {
    let waitMs = busyMs;
    while (!isClosed) {
      nudged = false;
      const found = await pass();
      waitMs = found > 0 ? busyMs : Math.min(waitMs * 2, idleMs);
      await rest(waitMs);
    }
  }

  const done = go();
  return {
    nudge() {
      nudged = true;
      wake?.();
    },
    async close() {
      isClosed = true;
      wake?.();
      await done;
    },
  };
}
