import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { provisionServiceUser } from '../../stores/access.ts';
import { startMongo } from './mongo-server.ts';
import type { RunningMongo } from './mongo-server.ts';
import { DATABASE, mongoUri } from './mongo-uri.ts';
import { obtainMongod } from './obtain-mongod.ts';
import { obtainRedis } from './obtain-redis.ts';
import { readPrivateJson, writePrivateJson } from './private-file.ts';
import type { Progress } from './progress.ts';
import { startRedis } from './redis-server.ts';
import type { RunningRedis } from './redis-server.ts';
import type { Secrets } from './secrets.ts';
import type { ServerProcess } from './server-process.ts';

const STOP_MONGO_MS = 6_000;
const STOP_REDIS_MS = 2_000;

/** Where the embedded stores live and listen; `null` for one that is not wanted. */
export interface StoresPlan {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly mongodbPort: number | null;
  readonly redisPort: number | null;
  readonly secrets: Secrets;
}

/** Running embedded stores. URIs hold their passwords; `null` for one that was not wanted. */
export interface EmbeddedStores {
  readonly mongodbUri: string | null;
  readonly mongodbAdminUri: string | null;
  readonly redisUrl: string | null;
  /** Resolves with the name of the first store that ends without being asked to. */
  readonly lost: Promise<string>;
  /** Stops Redis, then MongoDB, within 10 s. */
  close(): Promise<void>;
}

/**
 * Obtains and starts the wanted stores on their data folder, with the service's own restricted user.
 * @throws SetupError with a way out
 */
export async function startEmbeddedStores(plan: StoresPlan, progress: Progress): Promise<EmbeddedStores> {
  const started: { name: string; process: ServerProcess; graceMs: number }[] = [];
  const close = async (): Promise<void> => {
    for (const store of started.toReversed()) await store.process.stop(store.graceMs);
  };
  try {
    const mongo = plan.mongodbPort === null ? null : await embeddedMongo(plan, plan.mongodbPort, progress);
    if (mongo !== null) started.push({ name: 'MongoDB', process: mongo.process, graceMs: STOP_MONGO_MS });
    const redis = plan.redisPort === null ? null : await embeddedRedis(plan, plan.redisPort, progress);
    if (redis !== null) started.push({ name: 'Redis', process: redis.process, graceMs: STOP_REDIS_MS });
    const service = { database: DATABASE, user: 'redress', password: plan.secrets.mongodbServicePassword };
    if (mongo !== null) await provisionServiceUser(mongo.adminUri, service);
    return {
      mongodbUri: plan.mongodbPort === null ? null : mongoUri({ ports: [plan.mongodbPort], ...service }),
      mongodbAdminUri: mongo === null ? null : adminOf(mongo),
      redisUrl: redis === null ? null : redis.url,
      lost: Promise.race(started.map((store) => store.process.exited.then(() => store.name))),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedMongo(plan: StoresPlan, port: number, progress: Progress): Promise<RunningMongo> {
  const folder = join(plan.dataDir, 'mongodb');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const noteFile = join(folder, 'server.json');
  const note = await readPrivateJson(noteFile, z.object({ binary: z.string() }));
  const binary = await obtainMongod(plan.cacheDir, progress, note?.binary);
  const { mongodbAdminPassword: adminPassword, replicaSetKey } = plan.secrets;
  const running = await startMongo({ binary, folder, port, adminPassword, replicaSetKey });
  if (note?.binary !== binary) await writePrivateJson(noteFile, { binary });
  return running;
}

async function embeddedRedis(plan: StoresPlan, port: number, progress: Progress): Promise<RunningRedis> {
  const binary = await obtainRedis(plan.cacheDir, progress);
  return startRedis({ binary, folder: join(plan.dataDir, 'redis'), port, password: plan.secrets.redisPassword });
}

/** The administrator, pointed at the service's database: what migrations use. */
function adminOf(mongo: RunningMongo): string {
  return mongo.adminUri.replace('/admin?', `/${DATABASE}?`);
}
