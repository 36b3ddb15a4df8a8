import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { childMark } from './child-process.ts';
import { endOrphan } from './embedded/server-process.ts';

/** Where a child's id is kept. Names begin with what the child does: `api`, `worker-2`, `demo`. */
export function pidFileOf(dataDir: string, name: string): string {
  return join(folderOf(dataDir), `${name}.pid`);
}

/**
 * Ends the APIs and workers of a supervisor that was killed. They notice by themselves that it is gone, yet need a few
 * seconds to finish what they have begun; a start at once would find its own port taken. For the holder of the folder.
 */
export async function endLeftovers(dataDir: string): Promise<void> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = (await readdir(folder)).filter((name) => name.endsWith('.pid'));
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      await endOrphan(file, childMark(name.replace(/(-\d+)?\.pid$/, '')));
      await rm(file, { force: true });
    }),
  );
}

function folderOf(dataDir: string): string {
  return join(dataDir, 'processes');
}
