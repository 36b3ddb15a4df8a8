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
import { keepRunning } from './keep-running.ts';
import type { KeptServer } from './keep-running.ts';
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

/** A server that runs, and how to start it once more on the same data. */
type Startable<Server> = Server & { readonly again: () => Promise<Server> };

/** Running embedded stores. URIs hold their passwords; `null` for one that was not wanted. */
export interface EmbeddedStores {
  readonly mongodbUri: string | null;
  readonly mongodbAdminUri: string | null;
  readonly redisUrl: string | null;
  /** Resolves with the name of the first store that ended and could not be started again. */
  readonly lost: Promise<string>;
  /** Stops Redis, then MongoDB, within 10 s. */
  close(): Promise<void>;
}

/**
 * Obtains and starts the wanted stores on their data folder, with the service's own restricted user.
 * @throws SetupError with a way out
 */
export async function startEmbeddedStores(plan: StoresPlan, progress: Progress): Promise<EmbeddedStores> {
  const kept: { server: KeptServer; graceMs: number }[] = [];
  const keep = (name: string, graceMs: number, first: ServerProcess, again: () => Promise<ServerProcess>): void => {
    kept.push({ server: keepRunning(name, first, again, progress), graceMs });
  };
  const close = async (): Promise<void> => {
    for (const { server, graceMs } of kept.toReversed()) await server.stop(graceMs);
  };
  try {
    const { mongodbPort, redisPort } = plan;
    const mongo = mongodbPort === null ? null : await embeddedMongo(plan, mongodbPort, progress);
    if (mongo !== null) keep('MongoDB', STOP_MONGO_MS, mongo.process, () => mongo.again().then((next) => next.process));
    const redis = redisPort === null ? null : await embeddedRedis(plan, redisPort, progress);
    if (redis !== null) keep('Redis', STOP_REDIS_MS, redis.process, () => redis.again().then((next) => next.process));
    const service = { database: DATABASE, user: 'redress', password: plan.secrets.mongodbServicePassword };
    if (mongo !== null) await provisionServiceUser(mongo.adminUri, service);
    return {
      mongodbUri: mongodbPort === null ? null : mongoUri({ ports: [mongodbPort], ...service }),
      mongodbAdminUri: mongo === null ? null : adminOf(mongo),
      redisUrl: redis === null ? null : redis.url,
      lost: Promise.race(kept.map(({ server }) => server.lost)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedMongo(plan: StoresPlan, port: number, progress: Progress): Promise<Startable<RunningMongo>> {
  const folder = join(plan.dataDir, 'mongodb');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const noteFile = join(folder, 'server.json');
  const note = await readPrivateJson(noteFile, z.object({ binary: z.string() }));
  const binary = await obtainMongod(plan.cacheDir, progress, note?.binary);
  const { mongodbAdminPassword: adminPassword, replicaSetKey } = plan.secrets;
  const again = (): Promise<RunningMongo> => startMongo({ binary, folder, port, adminPassword, replicaSetKey });
  const running = await again();
  if (note?.binary !== binary) await writePrivateJson(noteFile, { binary });
  return { ...running, again };
}

async function embeddedRedis(plan: StoresPlan, port: number, progress: Progress): Promise<Startable<RunningRedis>> {
  const binary = await obtainRedis(plan.cacheDir, progress);
  const again = (): Promise<RunningRedis> =>
    startRedis({ binary, folder: join(plan.dataDir, 'redis'), port, password: plan.secrets.redisPassword });
  return { ...(await again()), again };
}

/** The administrator, pointed at the service's database: what migrations use. */
function adminOf(mongo: RunningMongo): string {
  return mongo.adminUri.replace('/admin?', `/${DATABASE}?`);
}
