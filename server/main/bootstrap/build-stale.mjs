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

/** Compiles server and admin into an emptied dist, so that no file outlives its source. @returns {Promise<number>} exit code */
export async function build() {
  console.error('Building …');
  rmSync(projectPath('dist'), { recursive: true, force: true });
  const server = await runForeground(process.execPath, [
    projectPath('node_modules/typescript/bin/tsc'),
    '-p',
    projectPath('tsconfig.build.json'),
  ]);
  return server === 0 ? buildAdmin() : server;
}

/** The browser admin into dist/admin; fails where its first load grew too large. */
function buildAdmin() {
  const vite = projectPath('node_modules/vite/bin/vite.js');
  const config = projectPath('admin/vite.config.ts');
  return runForeground(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn']);
}

/** Changes with any source file: path, size and time of change tell. */
function sourcesDigest() {
  const sources = ['server', 'admin'].flatMap((folder) => {
    const root = projectPath(folder);
    return readdirSync(root, { recursive: true })
      .filter((name) => /\.(ts|tsx|html|css|svg)$/.test(name))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((name) => {
        const { size, mtimeMs } = statSync(join(root, name));
        return `${folder}/${name} ${size} ${mtimeMs}`;
      });
  });
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) =>
    readFileSync(projectPath(name), 'utf8'),
  );
  return digest([...sources, ...settings].join('\n'));
}
