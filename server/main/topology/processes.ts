import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { childCommand, childEnvironment } from '../child-process.ts';
import type { Config } from '../config.ts';
import { findFreePort } from '../embedded/free-port.ts';
import type { Progress } from '../embedded/progress.ts';
import { supervise } from '../supervisor.ts';
import type { SupervisedChild } from '../supervisor.ts';
import { localUrl, waitReady } from '../wait-ready.ts';

const READY_MS = 90_000;
const GRACE_MS = 5_000;

/** Two API and two worker processes over the same stores. */
export interface Processes {
  readonly baseUrls: readonly string[];
  /** How often a process ended without being asked to. */
  crashes(): number;
  close(): Promise<void>;
}

/** Starts two APIs on free ports and two workers, and waits until both APIs are ready. */
export async function startProcesses(config: Config, progress: Progress): Promise<Processes> {
  const logs = join(config.dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  const start = (role: 'api' | 'worker', name: string, extra: NodeJS.ProcessEnv): SupervisedChild =>
    supervise(
      {
        name,
        command: childCommand([role], false),
        env: childEnvironment(config, extra),
        logFile: join(logs, `${name}.log`),
      },
      progress.say,
    );
  const ports = [await findFreePort(), await findFreePort()];
  const children = [
    ...ports.map((port, n) => start('api', `api-${n + 1}`, { PORT: String(port) })),
    ...[1, 2].map((n) => start('worker', `worker-${n}`, {})),
  ];
  const crashes = (): number => children.reduce((sum, child) => sum + child.crashes(), 0);
  const close = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop(GRACE_MS)));
  };
  const baseUrls = ports.map((port) => localUrl(config.host, port));
  try {
    for (const url of baseUrls) await waitReady(url, READY_MS, () => crashes() > 8, logs);
  } catch (error) {
    await close();
    throw error;
  }
  return { baseUrls, crashes, close };
}
