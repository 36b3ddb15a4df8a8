// `npm run dev`: everything from source; API and workers start again when a source file changes.
import { demandNode } from './check-node.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { projectPath } = await import('./project.mjs');
const { runForeground } = await import('./run.mjs');

await ensureInstalled();
process.exit(
  await runForeground(process.execPath, [
    '--import',
    'tsx',
    projectPath('server/main/cli.ts'),
    'start',
    '--watch',
    ...process.argv.slice(2),
  ]),
);
