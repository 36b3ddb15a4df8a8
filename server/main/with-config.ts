import { join } from 'node:path';
import { z } from 'zod';
import { requireStores } from './config.ts';
import type { Config, Settings } from './config.ts';
import { checkMongodb, checkRedis } from './embedded/check-stores.ts';
import { lockDataFolder, lockHolder } from './embedded/data-lock.ts';
import { readPrivateJson, writePrivateJson } from './embedded/private-file.ts';
import type { Progress } from './embedded/progress.ts';
import { ensureSecrets, findSecrets } from './embedded/secrets.ts';
import { startEmbeddedStores } from './embedded/stores.ts';

const runningSchema = z.object({ mongodbUri: z.string(), mongodbAdminUri: z.string(), redisUrl: z.string() });

/** A configuration whose stores are up, and how to let go of those that were started for it. */
export interface Held {
  readonly config: Config;
  /** Resolves with the name of an embedded store that is lost for good. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/**
 * Brings up what the settings leave open: the embedded stores, the master secret. Named stores are tried first.
 * Takes the data folder's lock, and notes the addresses there so that a command beside it finds them.
 * @param begin what is done once the folder is ours, before anything is started on it
 * @throws SetupError with a way out
 */
export async function holdStores(settings: Settings, progress: Progress, begin?: () => Promise<void>): Promise<Held> {
  const secrets = await ensureSecrets(settings.dataDir);
  const lock = await lockDataFolder(settings.dataDir);
  try {
    await begin?.();
    if (settings.mongodbUri !== undefined) await checkMongodb(settings.mongodbUri);
    if (settings.redisUrl !== undefined) await checkRedis(settings.redisUrl);
    const stores = await startEmbeddedStores(
      {
        dataDir: settings.dataDir,
        cacheDir: settings.cacheDir,
        mongodbPort: settings.mongodbUri === undefined ? settings.embeddedMongodbPort : null,
        redisPort: settings.redisUrl === undefined ? settings.embeddedRedisPort : null,
        secrets,
      },
      progress,
    );
    const config = requireStores({
      ...settings,
      mongodbUri: settings.mongodbUri ?? stores.mongodbUri ?? undefined,
      mongodbAdminUri: settings.mongodbAdminUri ?? stores.mongodbAdminUri ?? undefined,
      redisUrl: settings.redisUrl ?? stores.redisUrl ?? undefined,
      secret: settings.secret ?? secrets.masterSecret,
    });
    const { mongodbUri, mongodbAdminUri, redisUrl } = config;
    await writePrivateJson(runningFile(settings), { mongodbUri, mongodbAdminUri, redisUrl });
    return { config, lost: stores.lost, close: () => stores.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Runs one command with stores: the named ones, else those of the service that runs on the data folder, else
 * embedded ones for as long as the command takes.
 */
export async function withConfig<T>(
  settings: Settings,
  progress: Progress,
  work: (config: Config) => Promise<T>,
): Promise<T> {
  const beside = await configBeside(settings);
  if (beside !== null) return work(beside);
  const held = await holdStores(settings, progress);
  try {
    return await work(held.config);
  } finally {
    await held.close();
  }
}

/** The configuration of stores that are already up, or null. */
async function configBeside(settings: Settings): Promise<Config | null> {
  const running =
    (await lockHolder(settings.dataDir)) === null ? null : await readPrivateJson(runningFile(settings), runningSchema);
  if (running === null && (settings.mongodbUri === undefined || settings.redisUrl === undefined)) return null;
  // Never made here: a second secret beside the service's own could read nothing of what that one wrote.
  const secret = settings.secret ?? (await findSecrets(settings.dataDir))?.masterSecret;
  return requireStores({ ...settings, ...(settings.mongodbUri === undefined ? running : {}), secret });
}

function runningFile(settings: Settings): string {
  return join(settings.dataDir, 'running.json');
}
