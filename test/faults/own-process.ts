import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childCommand, childEnvironment } from '../../server/main/child-process.ts';
import { loadSettings, type Config } from '../../server/main/config.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { localUrl, waitReady } from '../../server/main/wait-ready.ts';

/** The configuration of processes over these stores, with a data folder of their own. */
export async function configOf(stores: Pick<Config, 'mongodbUri' | 'mongodbAdminUri' | 'redisUrl'>): Promise<Config> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redress-process-'));
  return {
    ...loadSettings({}),
    ...stores,
    secret: 'a secret for tests that is long enough',
    dataDir,
    logLevel: 'silent',
    lanes: 4,
    port: await findFreePort(),
  };
}

/** A process of the service that a test may kill. */
export interface OwnProcess {
  readonly url: string;
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts an API or a worker as `npm start` does, channel included, and waits until it is ready. */
export async function startOwnProcess(config: Config, role: 'api' | 'worker'): Promise<OwnProcess> {
  const port = await findFreePort();
  const [command, ...args] = childCommand([role], false);
  const env = childEnvironment(config, {
    REDRESS_LOG_LEVEL: 'silent',
    REDRESS_LANES: '4',
    ...(role === 'api' ? { PORT: String(port) } : { REDRESS_WORKER_PORT: String(port) }),
  });
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const url = localUrl('127.0.0.1', port);
  try {
    await waitReady(url, 60_000, () => child.exitCode !== null, 'none');
  } catch (error) {
    await end(child);
    throw error;
  }
  return { url, kill: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
