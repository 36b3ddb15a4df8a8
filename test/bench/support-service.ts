import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import { FACT_DICTIONARY } from '../../server/core/facts/dictionary.ts';
import { ensureBuilt } from '../../server/main/bootstrap/build-stale.mjs';
import { childEnvironment, YOUNG_SPACE } from '../../server/main/child-process.ts';
import { loadSettings } from '../../server/main/config.ts';
import type { Config } from '../../server/main/config.ts';
import { ensureEmbeddedCredentials } from '../../server/main/credentials.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { streamProgress } from '../../server/main/embedded/progress.ts';
import { ensureSecrets } from '../../server/main/embedded/secrets.ts';
import { endOrphan } from '../../server/main/embedded/server-process.ts';
import { startEmbeddedStores } from '../../server/main/embedded/stores.ts';
import { migrate } from '../../server/main/migrate.ts';
import { openStores } from '../../server/main/open-stores.ts';
import { publishPrograms } from '../../server/main/publish-programs.ts';
import { endChild, spawnChild } from '../../server/main/supervisor.ts';
import { localUrl, waitReady } from '../../server/main/wait-ready.ts';
import { provisionServiceUser } from '../../server/stores/access.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import { publishFirstVersion } from '../../server/usecases/policies/publish-first-version.ts';
import { createBenchClient } from './support-http.ts';
import type { BenchClient } from './support-http.ts';

/** What is measured is what `npm start` runs: the compiled program. */
const CLI = fileURLToPath(new URL('../../dist/server/main/cli.js', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../.redress/bench', import.meta.url));
const GRACE_MS = 5_000;

/** A MongoDB and a Redis of the benchmark's own. */
export interface BenchStores {
  readonly mongodbAdminUri: string;
  readonly redisUrl: string;
  close(): Promise<void>;
}

/** API and worker, each a process of its own as in production, on a database of their own. */
export interface BenchService {
  readonly client: BenchClient;
  /** The administrator's view of the service's database. */
  readonly db: mongo.Db;
  close(): Promise<void>;
}

/** Starts real stores as the embedded default does, in a folder that goes away with them. */
export async function startBenchStores(): Promise<BenchStores> {
  // A run that was killed left its servers behind, which would be measured along with this one.
  await endOrphan(join(FOLDER, 'mongodb', 'mongod.pid'), FOLDER);
  await endOrphan(join(FOLDER, 'redis', 'redis.pid'), FOLDER);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const [mongodbPort, redisPort] = [await findFreePort(), await findFreePort()];
  const { cacheDir } = loadSettings({});
  const plan = { dataDir: FOLDER, cacheDir, mongodbPort, redisPort, secrets: await ensureSecrets(FOLDER) };
  const { mongodbAdminUri, redisUrl, close } = await startEmbeddedStores(plan, streamProgress(process.stderr));
  if (mongodbAdminUri === null || redisUrl === null) throw new Error('both stores were asked for');
  return {
    mongodbAdminUri,
    redisUrl,
    async close() {
      await close();
      await rm(FOLDER, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a service on a database and a Redis number of its own; `extra` is published beside the five programs.
 * BENCH_CPU_PROF names a folder that receives a CPU profile of each of its processes.
 */
export async function startBenchService(
  stores: BenchStores,
  { name, redisNumber, extra = [] }: { name: string; redisNumber: number; extra?: readonly PolicyContent[] },
): Promise<BenchService> {
  await ensureBuilt();
  const config = await prepareDatabase(stores, name, redisNumber);
  await publishPrograms(config);
  await publishExtra(config, extra);
  const { baseUrl, apiKey } = await ensureEmbeddedCredentials(config);
  const children = ['api', 'worker'].map((role) => {
    const folder = process.env['BENCH_CPU_PROF'];
    const profile = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(folder, `${name}-${role}`)}`];
    return spawnChild({
      name: role,
      command: [process.execPath, YOUNG_SPACE, ...profile, CLI, role],
      env: childEnvironment(config, {
        NODE_ENV: 'production',
        REDRESS_RATE_LIMIT: '0',
        REDRESS_LOG_LEVEL: 'warn',
      }),
      logFile: join(config.dataDir, `${role}.log`),
    });
  });
  await waitReady(baseUrl, 60_000, () => children.some(({ exitCode }) => exitCode !== null), config.dataDir);
  const client = createBenchClient(baseUrl, apiKey);
  const admin = await mongo.MongoClient.connect(config.mongodbAdminUri, { maxPoolSize: 100 });
  return {
    client,
    db: admin.db(name),
    async close() {
      client.close();
      await admin.close();
      await Promise.all(children.map((child) => endChild(child, GRACE_MS)));
    },
  };
}

async function prepareDatabase(stores: BenchStores, name: string, redisNumber: number): Promise<Config> {
  const password = randomBytes(12).toString('hex');
  await provisionServiceUser(stores.mongodbAdminUri, { database: name, user: 'redress', password });
  const admin = new URL(stores.mongodbAdminUri);
  admin.pathname = `/${name}`;
  const own = new URL(admin);
  own.username = 'redress';
  own.password = password;
  own.searchParams.set('authSource', name);
  const dataDir = join(FOLDER, name);
  await mkdir(dataDir, { recursive: true });
  const port = await findFreePort();
  const config = {
    ...loadSettings({ REDRESS_DATA_DIR: dataDir, PORT: String(port) }),
    mongodbUri: own.href,
    mongodbAdminUri: admin.href,
    redisUrl: `${stores.redisUrl.replace(/\/\d*$/, '')}/${redisNumber}`,
    secret: randomBytes(32).toString('base64url'),
  };
  await migrate(config);
  process.stderr.write(`${name}: ${localUrl(config.host, port)}\n`);
  return config;
}

async function publishExtra(config: Config, extra: readonly PolicyContent[]): Promise<void> {
  const { stores, clock, ids } = await openStores(config);
  try {
    const deps = { policies: stores.policies, dictionary: FACT_DICTIONARY, clock, ids };
    for (const content of extra) {
      await publishFirstVersion(deps, { content, effectiveFrom: 0, actor: 'system/bench', reason: 'benchmark' });
    }
  } finally {
    await stores.close();
  }
}
