import type { Progress } from './progress.ts';
import type { ServerProcess } from './server-process.ts';

const RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** A server that is started again when it ends without being asked to. */
export interface KeptServer {
  readonly name: string;
  /** Resolves with the name when it ended and could not be started again. */
  readonly lost: Promise<string>;
  stop(graceMs: number): Promise<void>;
}

/**
 * Watches a server and starts it again, with growing pauses.
 * @param start starts it once more on the same data
 */
export function keepRunning(
  name: string,
  first: ServerProcess,
  start: () => Promise<ServerProcess>,
  progress: Progress,
): KeptServer {
  let current = first;
  let stopping = false;
  let restarting: Promise<unknown> = Promise.resolve();

  const revive = async (): Promise<boolean> => {
    for (const pauseMs of RETRY_MS) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (stopping) return true;
      try {
        current = await start();
        progress.say(`${name} is up again.`);
        return true;
      } catch (error) {
        progress.say(`${name} did not come up again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return false;
  };

  const watch = async (): Promise<string> => {
    for (;;) {
      await current.exited;
      if (stopping) return new Promise<never>(() => undefined);
      progress.say(`${name} has ended unexpectedly; starting it again …`);
      const revived = revive();
      restarting = revived;
      if (!(await revived)) return name;
    }
  };

  return {
    name,
    lost: watch(),
    async stop(graceMs) {
      stopping = true;
      await restarting;
      await current.stop(graceMs);
    },
  };
}
