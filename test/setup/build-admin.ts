import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'admin');
/** Lies in the build, so that it goes with it. */
const STAMP = join(BUILT, '.sources-of-this-build');
/** Folders that the admin is made of: its own, and what it shares with the server. */
const SOURCES = ['admin', 'server/contract', 'server/core'];

const run = promisify(execFile);

/**
 * Builds the browser admin where it is not there, or is of other sources. Answers whether it had to.
 * @throws with what the build said
 */
export async function buildAdmin(): Promise<boolean> {
  const wanted = await digestSources();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return false;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(ROOT, 'admin', 'vite.config.ts');
  // Vitest's own environment would make a build of development, which is far larger.
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: ROOT, env });
  await writeFile(STAMP, wanted);
  return true;
}

async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of names.filter((one) => /\.(ts|tsx|html|css|svg|json)$/.test(one)).toSorted()) {
      hash.update(`${folder}/${name}\n`).update(await readFile(join(ROOT, folder, name)));
    }
  }
  return hash.update(await readFile(join(ROOT, 'package-lock.json'))).digest('hex');
}
