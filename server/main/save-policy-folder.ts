import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PolicyFolder } from './load-policy-folder.ts';
import { renderPolicyFolder } from './render-policy-folder.ts';

/** Writes a policy folder's files below `directory`, over what is there; files that are not part of it stay. Rejects as the file system does. */
export async function savePolicyFolder(directory: string, folder: PolicyFolder): Promise<void> {
  for (const [path, text] of renderPolicyFolder(folder)) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, 'utf8');
  }
}
