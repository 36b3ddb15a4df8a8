// `npm run redress -- <command>`: installs and builds where needed, then hands over to the command line.
import { demandNode } from './check-node.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { ensureBuilt } = await import('./build-stale.mjs');
const { projectPath } = await import('./project.mjs');
const { runForeground } = await import('./run.mjs');

await ensureInstalled();
await ensureBuilt();
process.exit(
  await runForeground(process.execPath, [
    '--enable-source-maps',
    projectPath('dist/server/main/cli.js'),
    ...process.argv.slice(2),
  ]),
);
