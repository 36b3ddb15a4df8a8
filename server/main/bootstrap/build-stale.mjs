import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, projectPath } from './project.mjs';
import { runForeground } from './run.mjs';

const STAMP = 'dist/.redress-sources';

/** Builds where the sources are not those that dist was built from; ends the process where they do not compile. */
export async function ensureBuilt() {
  const wanted = sourcesDigest();
  const stamp = projectPath(STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const code = await build();
  if (code !== 0) {
    console.error('Redress could not start: its sources do not compile.');
    console.error('  → restore them (`git status` shows what differs), or correct the errors above');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Compiles into an emptied dist, so that no file outlives its source. @returns {Promise<number>} exit code */
export function build() {
  console.error('Building …');
  rmSync(projectPath('dist'), { recursive: true, force: true });
  return runForeground(process.execPath, [
    projectPath('node_modules/typescript/bin/tsc'),
    '-p',
    projectPath('tsconfig.build.json'),
  ]);
}

/** Changes with any source file: path, size and time of change tell. */
function sourcesDigest() {
  const root = projectPath('server');
  const sources = readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) =>
    readFileSync(projectPath(name), 'utf8'),
  );
  return digest([...sources, ...settings].join('\n'));
}
