import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { isProcess } from './process-identity.ts';

/** The right to use a data folder's embedded stores; one process at a time has it. */
export interface DataLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder. The lock of a process that is gone is taken over.
 * @throws SetupError where another process that lives has it
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const file = join(dataDir, 'lock');
  for (;;) {
    const handle = await open(file, 'wx', 0o600).catch(nullWhere('EEXIST'));
    if (handle !== null) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    }
    const holder = await lockHolder(dataDir);
    if (holder !== null) {
      throw new SetupError(`another Redress (process ${holder}) uses the data folder ${dataDir}.`, [
        `stop it first (\`kill ${holder}\`)`,
        'or give this one a folder and ports of its own: REDRESS_DATA_DIR, PORT, REDRESS_MONGODB_PORT, REDRESS_REDIS_PORT',
      ]);
    }
    await rm(file, { force: true });
  }
}

/** Id of the living process that holds a data folder, or null. */
export async function lockHolder(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'lock'), 'utf8').catch(nullWhere('ENOENT'));
  const pid = Number(text ?? '');
  // Our own id in an old lock: in a container, every start gets the same one.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  return (await isProcess(pid, 'cli.')) ? pid : null;
}

function nullWhere(code: string): (error: unknown) => null {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return null;
    throw error;
  };
}
