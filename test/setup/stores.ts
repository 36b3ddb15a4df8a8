import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { loadSettings } from '../../server/main/config.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { isProcess } from '../../server/main/embedded/process-identity.ts';
import { streamProgress } from '../../server/main/embedded/progress.ts';
import { ensureSecrets } from '../../server/main/embedded/secrets.ts';
import { endOrphan } from '../../server/main/embedded/server-process.ts';
import { startEmbeddedStores } from '../../server/main/embedded/stores.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrator of the test run's MongoDB: may create databases, users, indexes. */
    mongodbAdminUri: string;
    /** The run's Redis; a test file takes a prefix of its own. */
    redisUrl: string;
  }
}

const RUNS = fileURLToPath(new URL('../../.redress/test', import.meta.url));

/**
 * Starts a MongoDB and a Redis of this test run's own, on free ports and in a folder of its own, by the same code as
 * the embedded default: so it runs beside a started service and beside another test run.
 * REDRESS_TEST_STORES=off leaves them out, for a quick run of pure tests.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['REDRESS_TEST_STORES'] === 'off') return async () => undefined;
  await clearLeftovers();
  const dataDir = join(RUNS, String(process.pid));
  await mkdir(dataDir, { recursive: true });
  const { cacheDir } = loadSettings({});
  const [mongodbPort, redisPort] = [await findFreePort(), await findFreePort()];
  const plan = { dataDir, cacheDir, mongodbPort, redisPort, secrets: await ensureSecrets(dataDir) };
  const stores = await startEmbeddedStores(plan, streamProgress(process.stderr));
  const { mongodbAdminUri, redisUrl } = stores;
  if (mongodbAdminUri === null || redisUrl === null) throw new Error('both stores were asked for');
  project.provide('mongodbAdminUri', mongodbAdminUri);
  project.provide('redisUrl', redisUrl);
  return async () => {
    await stores.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its servers and its folder behind; the next one tidies up. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(RUNS).catch(() => [])) {
    if (await isProcess(Number(name), 'vitest')) continue;
    const folder = join(RUNS, name);
    await endOrphan(join(folder, 'mongodb', 'mongod.pid'), folder);
    await endOrphan(join(folder, 'redis', 'redis.pid'), folder);
    await rm(folder, { recursive: true, force: true });
  }
}
