import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** Both read the whole tree with its types; a busy machine takes its time. */
const PATIENCE_MS = 240_000;

it(
  'the whole tree passes the linter',
  async () => {
    const result = run(
      process.execPath,
      [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', 'server', 'admin', 'test'],
      { maxBuffer: 16e6 },
    );
    await expect(
      result.then(
        () => 'clean',
        (error: { stdout: string }) => error.stdout,
      ),
    ).resolves.toBe('clean');
  },
  PATIENCE_MS,
);

it(
  'the whole tree passes the type checker',
  async () => {
    const result = run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '--noEmit'], { maxBuffer: 16e6 });
    await expect(
      result.then(
        () => 'clean',
        (error: { stdout: string }) => error.stdout,
      ),
    ).resolves.toBe('clean');
  },
  PATIENCE_MS,
);
