import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../server/main/config.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { startMongo } from '../../server/main/embedded/mongo-server.ts';
import { DATABASE, mongoUri } from '../../server/main/embedded/mongo-uri.ts';
import { obtainMongod } from '../../server/main/embedded/obtain-mongod.ts';
import { obtainRedis } from '../../server/main/embedded/obtain-redis.ts';
import { streamProgress } from '../../server/main/embedded/progress.ts';
import { startRedis } from '../../server/main/embedded/redis-server.ts';
import { ensureSecrets } from '../../server/main/embedded/secrets.ts';
import type { ServerProcess } from '../../server/main/embedded/server-process.ts';
import { provisionServiceUser } from '../../server/stores/access.ts';

/** A store that a test may take away and bring back. */
export interface OwnStore {
  readonly url: string;
  readonly adminUrl: string;
  /** Takes it away at once, as `kill -9` would. */
  kill(): Promise<void>;
  /** Brings it back on the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface Started {
  readonly url: string;
  readonly adminUrl: string;
  readonly process: ServerProcess;
}

async function own(name: string, start: (folder: string, port: number) => Promise<Started>): Promise<OwnStore> {
  const folder = await mkdtemp(join(tmpdir(), `redress-${name}-`));
  const port = await findFreePort();
  let running = await start(folder, port);
  const { url, adminUrl } = running;
  const kill = async (): Promise<void> => {
    if (running.process.hasExited()) return;
    process.kill(running.process.pid, 'SIGKILL');
    await running.process.exited;
  };
  return {
    url,
    adminUrl,
    kill,
    start: async () => {
      running = await start(folder, port);
    },
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const cacheDir = (): string => loadSettings({}).cacheDir;

/** A Redis that nobody else uses. */
export async function openOwnRedis(): Promise<OwnStore> {
  const binary = await obtainRedis(cacheDir(), streamProgress(process.stderr));
  return own('redis', async (folder, port) => {
    const { url, process: server } = await startRedis({ binary, folder, port, password: 'only-for-this-test' });
    return { url, adminUrl: url, process: server };
  });
}

/** A MongoDB that nobody else uses, with the service's restricted user. */
export async function openOwnMongo(): Promise<OwnStore> {
  const binary = await obtainMongod(cacheDir(), streamProgress(process.stderr), undefined);
  const service = { database: DATABASE, user: 'redress', password: 'only-for-this-test' };
  return own('mongo', async (folder, port) => {
    const { mongodbAdminPassword: adminPassword, replicaSetKey } = await ensureSecrets(folder);
    const { adminUri, process: server } = await startMongo({ binary, folder, port, adminPassword, replicaSetKey });
    await provisionServiceUser(adminUri, service);
    return {
      url: mongoUri({ ports: [port], ...service }),
      adminUrl: adminUri.replace('/admin?', `/${DATABASE}?`),
      process: server,
    };
  });
}
