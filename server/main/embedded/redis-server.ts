import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { SetupError } from '../setup-error.ts';
import { demandFreePort } from './free-port.ts';
import { endOrphan, spawnServer, tailOf } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const READY_MS = 30_000;

/** How the embedded Redis is run: `folder` holds its data, log and id, `port` is on 127.0.0.1. */
export interface RedisPlan {
  readonly binary: string;
  readonly folder: string;
  readonly port: number;
  readonly password: string;
}

/** A Redis that answers; `url` holds its password. */
export interface RunningRedis {
  readonly url: string;
  readonly process: ServerProcess;
}

/**
 * Starts Redis on its data folder: append-only file, nothing evicted, password, loopback only.
 * @throws SetupError for a taken port or damaged data
 */
export async function startRedis(plan: RedisPlan): Promise<RunningRedis> {
  await mkdir(plan.folder, { recursive: true, mode: 0o700 });
  const configFile = join(plan.folder, 'redis.conf');
  const logFile = join(plan.folder, 'redis.log');
  const pidFile = join(plan.folder, 'redis.pid');
  await endOrphan(pidFile, configFile);
  await demandFreePort(plan.port, '127.0.0.1', 'the embedded Redis', 'REDRESS_REDIS_PORT');
  await writeFile(configFile, configuration(plan), { mode: 0o600 });
  await truncate(logFile).catch(() => undefined);
  const process = await spawnServer(plan.binary, [configFile], logFile, pidFile);
  const url = `redis://:${plan.password}@127.0.0.1:${plan.port}/0`;
  if (await answersWithin(url, process)) return { url, process };
  await process.stop(1_000);
  throw await explain(logFile, plan);
}

/** The password stands in a private file and not in the arguments, which every user of the machine can see. */
function configuration(plan: RedisPlan): string {
  return [
    `port ${plan.port}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    `requirepass ${plan.password}`,
    `dir "${plan.folder}"`,
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'save ""',
    'daemonize no',
    // Its command line then keeps the path of this file, by which an orphan is known as ours.
    'set-proc-title no',
    '',
  ].join('\n');
}

async function answersWithin(url: string, server: ServerProcess): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const end = Date.now() + READY_MS;
  try {
    void client.connect().catch(() => undefined);
    while (Date.now() < end && !server.hasExited()) {
      // While it loads its data Redis answers LOADING, which is an error reply.
      const reply = await Promise.race([
        client.ping().catch(() => null),
        new Promise<null>((resolve) => setTimeout(resolve, 500, null)),
      ]);
      if (reply === 'PONG') return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  } finally {
    client.disconnect();
  }
}

async function explain(logFile: string, plan: RedisPlan): Promise<SetupError> {
  const log = await tailOf(logFile);
  if (
    /Bad file format|appending|AOF|append only file|Fatal error loading/i.test(log) &&
    !/Address already in use/.test(log)
  ) {
    return new SetupError(`the embedded Redis cannot read its data in ${plan.folder}.`, [
      `remove ${plan.folder}: Redis holds only queued work, and it is filled again from MongoDB`,
      `or repair it with redis-check-aof; its log is ${logFile}`,
    ]);
  }
  return new SetupError(
    `the embedded Redis did not start; its log is ${logFile}. It ends: ${log.trim().split('\n').at(-1) ?? ''}`,
    ['look at the log', 'or set REDIS_URL to a Redis of your own'],
  );
}
