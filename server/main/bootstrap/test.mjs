// `npm test`: installs where needed, then runs every test. Arguments go to vitest.
import { demandNode } from './check-node.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { projectPath } = await import('./project.mjs');
const { runForeground } = await import('./run.mjs');

await ensureInstalled();
const vitest = projectPath('node_modules/vitest/vitest.mjs');
process.exit(
  await runForeground(process.execPath, [
    vitest,
    'run',
    '--config',
    projectPath('test/vitest.config.ts'),
    ...process.argv.slice(2),
  ]),
);
