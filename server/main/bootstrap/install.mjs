import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { digest, projectPath } from './project.mjs';
import { runForeground } from './run.mjs';

const STAMP = 'node_modules/.redress-lock';
const WAYS_OUT = [
  'check that the network, a proxy or a mirror lets npm reach its registry',
  'or run `npm ci` yourself, and start again',
];

/** Installs the locked dependencies where they are absent or not those of the lock; ends the process on failure. */
export async function ensureInstalled() {
  const wanted = digest(readFileSync(projectPath('package-lock.json')));
  if (readStamp() === wanted) return;
  if (!matchesLock()) {
    console.error('Installing dependencies (npm ci) …');
    const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      console.error(`Redress could not start: the dependencies could not be installed (npm ended with ${code}).`);
      for (const way of WAYS_OUT) console.error(`  → ${way}`);
      process.exit(1);
    }
  }
  writeFileSync(projectPath(STAMP), wanted);
}

function readStamp() {
  return existsSync(projectPath(STAMP)) ? readFileSync(projectPath(STAMP), 'utf8') : null;
}

/** Whether what is installed is what the lock says, however it came there: then nothing is installed again. */
function matchesLock() {
  const hidden = projectPath('node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || entry.peer || installed[path]?.version === entry.version,
  );
}

/** npm as this process was started by it, else as the system finds it. */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? runForeground(process.execPath, [script, ...args]) : runForeground('npm', args);
}
