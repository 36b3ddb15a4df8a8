import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PolicyFolder } from './load-policy-folder.ts';
import { renderPolicyFolder } from './render-policy-folder.ts';

/** Writes a policy folder's files below `directory`, over what is there; files that are not part of it stay. Rejects as the file system does. */
export async function savePolicyFolder(directory: string, folder: PolicyFolder): Promise<void> {
  await savePolicyFiles(directory, Object.fromEntries(renderPolicyFolder(folder)));
}

/** The same for files, path to text. */
export async function savePolicyFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, 'utf8');
  }
}
