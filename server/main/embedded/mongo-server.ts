import { mkdir, truncate } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { demandFreePort } from './free-port.ts';
import { explainMongo } from './mongo-failure.ts';
import { initiateReplicaSet } from './mongo-initiate.ts';
import { mongoUri, REPLICA_SET } from './mongo-uri.ts';
import { writeKeyFile } from './secrets.ts';
import { endOrphan, spawnServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const DATA = 'data';
const PID_FILE = 'mongod.pid';

/** How the embedded MongoDB is run: `folder` holds data, log, key and id; `port` is on 127.0.0.1. */
export interface MongoPlan {
  readonly binary: string;
  readonly folder: string;
  readonly port: number;
  readonly adminPassword: string;
  readonly replicaSetKey: string;
}

/** A replica set with a primary; `adminUri` is its administrator's connection. */
export interface RunningMongo {
  readonly adminUri: string;
  readonly process: ServerProcess;
}

/**
 * Starts a one-member replica set on its data folder, with authentication by key file, and waits for its primary.
 * Whatever an earlier, killed start left running on the same folder is ended first.
 * @throws SetupError for a taken port or damaged data
 */
export async function startMongo(plan: MongoPlan): Promise<RunningMongo> {
  await endOrphan(join(plan.folder, PID_FILE), join(plan.folder, DATA));
  await demandFreePort(plan.port, '127.0.0.1', 'the embedded MongoDB', 'REDRESS_MONGODB_PORT');
  const server = await spawnMongod(plan);
  try {
    await initiateReplicaSet({
      ports: [plan.port],
      adminPassword: plan.adminPassword,
      isGone: () => server.hasExited(),
    });
  } catch (error) {
    await server.stop(5_000);
    throw await explainMongo(error, plan.folder);
  }
  return {
    adminUri: mongoUri({ ports: [plan.port], user: 'admin', password: plan.adminPassword, database: 'admin' }),
    process: server,
  };
}

/** Starts one mongod of a replica set, not yet initiated, on a folder and a port that nobody uses. */
export async function spawnMongod(plan: MongoPlan): Promise<ServerProcess> {
  const dbPath = join(plan.folder, DATA);
  const logFile = join(plan.folder, 'mongod.log');
  const keyFile = join(plan.folder, 'keyfile');
  await mkdir(dbPath, { recursive: true, mode: 0o700 });
  await writeKeyFile(keyFile, plan.replicaSetKey);
  await truncate(logFile).catch(() => undefined);
  const args = [
    '--dbpath',
    dbPath,
    '--port',
    String(plan.port),
    '--bind_ip',
    '127.0.0.1',
    // A process that is killed leaves its transaction open: it must not keep a customer's rows for the default of a minute.
    '--setParameter',
    'transactionLifetimeLimitSeconds=15',
    '--replSet',
    REPLICA_SET,
    '--keyFile',
    keyFile,
  ];
  const bounds = ['--wiredTigerCacheSizeGB', cacheGigabytes(), '--oplogSize', '1024', '--nounixsocket', '--quiet'];
  return spawnServer(plan.binary, [...args, ...bounds], logFile, join(plan.folder, PID_FILE));
}

/** An eighth of the memory: by default MongoDB would take half of a machine that it shares with everything else. */
function cacheGigabytes(): string {
  return Math.min(4, Math.max(0.25, totalmem() / 2 ** 30 / 8)).toFixed(2);
}
