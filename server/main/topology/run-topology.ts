import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { childCommand, childEnvironment } from '../child-process.ts';
import { requireStores } from '../config.ts';
import type { Config, Settings } from '../config.ts';
import { findFreePort } from '../embedded/free-port.ts';
import { obtainMongod } from '../embedded/obtain-mongod.ts';
import { obtainRedis } from '../embedded/obtain-redis.ts';
import type { Progress } from '../embedded/progress.ts';
import { startRedis } from '../embedded/redis-server.ts';
import { runProgram } from '../embedded/run-program.ts';
import { ensureSecrets } from '../embedded/secrets.ts';
import { countLost, runLoad } from './load.ts';
import type { LoadReport } from './load.ts';
import { startProcesses } from './processes.ts';
import type { Processes } from './processes.ts';
import { startReplicaSet } from './replica-set.ts';
import type { ReplicaSet } from './replica-set.ts';

const LOAD_MS = 30_000;
const KILL_AFTER_MS = 8_000;
const REVIVE_AFTER_MS = 18_000;
const CONCURRENCY = 16;
const SETTLE_MS = 60_000;

/**
 * Starts the topology of docker-compose.yml without Docker, runs the acceptance cases on it, kills the primary under
 * load, and reports what it saw.
 * @returns exit code: 0 where nothing failed and nothing was lost
 */
export async function runTopology(settings: Settings, progress: Progress): Promise<number> {
  const dataDir = join(settings.dataDir, 'topology');
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const secrets = await ensureSecrets(dataDir);
  const closers: (() => Promise<unknown>)[] = [];
  const interrupted = new Promise<never>((_, reject) => {
    process.once('SIGINT', () => reject(new Error('interrupted')));
    process.once('SIGTERM', () => reject(new Error('interrupted')));
  });
  const work = async (): Promise<number> => {
    progress.say('Starting three MongoDB members and Redis …');
    const set = await startReplicaSet(dataDir, await obtainMongod(settings.cacheDir, progress), secrets);
    closers.push(() => set.close());
    const binary = await obtainRedis(settings.cacheDir, progress);
    const redis = await startRedis({
      binary,
      folder: join(dataDir, 'redis'),
      port: await findFreePort(),
      password: secrets.redisPassword,
    });
    closers.push(() => redis.process.stop(2_000));
    const config = requireStores({
      ...settings,
      dataDir,
      mongodbUri: set.mongodbUri,
      mongodbAdminUri: set.mongodbAdminUri,
      redisUrl: redis.url,
      secret: secrets.masterSecret,
      apiKey: settings.apiKey ?? `topology_${randomBytes(24).toString('base64url')}`,
      rateLimit: 0,
    });
    await prepare(config);
    progress.say('Starting two APIs and two workers …');
    const processes = await startProcesses(config, progress);
    closers.push(() => processes.close());
    return exercise(config, set, processes, progress);
  };
  try {
    return await Promise.race([work(), interrupted]);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function prepare(config: Config): Promise<void> {
  await (await import('../migrate.ts')).migrate(config);
  await (await import('../publish-programs.ts')).publishPrograms(config);
  await (await import('../credentials.ts')).ensureEmbeddedCredentials(config);
}

async function exercise(config: Config, set: ReplicaSet, processes: Processes, progress: Progress): Promise<number> {
  const acceptance = await runAcceptance(config, processes, progress);
  progress.say(`Load on both APIs for ${LOAD_MS / 1_000} s; the primary is killed after ${KILL_AFTER_MS / 1_000} s …`);
  const load = runLoad({
    baseUrls: processes.baseUrls,
    apiKey: config.apiKey ?? '',
    durationMs: LOAD_MS,
    concurrency: CONCURRENCY,
  });
  await pause(KILL_AFTER_MS);
  const port = await set.killPrimary();
  progress.say(`Killed the primary (port ${port}).`);
  await pause(REVIVE_AFTER_MS - KILL_AFTER_MS);
  await set.revive(port);
  progress.say('Started it again.');
  const report = await load;
  progress.say('Waiting for the effects, then verifying …');
  const lost = await countLost(
    { baseUrls: processes.baseUrls, apiKey: config.apiKey ?? '' },
    report.acknowledged,
    SETTLE_MS,
  );
  const [file, ...args] = childCommand(['verify'], false);
  const verified = await runProgram(file, args, { timeoutMs: 300_000, env: childEnvironment(config, {}) });
  console.log(verified.output.trimEnd());
  console.log(present(report, { acceptance, lost, verified: verified.code === 0, crashes: processes.crashes() }));
  return acceptance.passed && lost === 0 && report.givenUp === 0 && verified.code === 0 ? 0 : 1;
}

interface Acceptance {
  readonly passed: boolean;
  readonly summary: string;
}

async function runAcceptance(config: Config, processes: Processes, progress: Progress): Promise<Acceptance> {
  const runner = resolve(config.acceptance ?? '../shared/acceptance/run.mjs');
  if (!existsSync(runner)) {
    return config.acceptance === undefined
      ? { passed: true, summary: 'no runner here; REDRESS_ACCEPTANCE names one' }
      : { passed: false, summary: `there is no ${runner}` };
  }
  progress.say('Running the acceptance cases …');
  const args = [runner, '--base', processes.baseUrls[0] ?? '', '--key', config.apiKey ?? ''];
  const result = await runProgram(process.execPath, args, { timeoutMs: 600_000 });
  if (result.code !== 0) console.log(result.output);
  return { passed: result.code === 0, summary: result.output.trim().split('\n').at(-1) ?? 'no output' };
}

interface Outcome {
  readonly acceptance: Acceptance;
  readonly lost: number;
  readonly verified: boolean;
  readonly crashes: number;
}

function present(report: LoadReport, outcome: Outcome): string {
  const errors = Object.entries(report.errors).map(([what, times]) => `${times} × ${what}`);
  return [
    '',
    'Topology: 3 MongoDB members, 1 Redis, 2 APIs, 2 workers; the primary killed under load',
    `  acceptance cases      ${outcome.acceptance.summary}`,
    `  failures sent         ${report.acknowledged.length} acknowledged, ${report.givenUp} given up`,
    `  errors seen           ${errors.length === 0 ? 'none' : errors.join(', ')}; each sent again (${report.retries} retries)`,
    `  longest gap           ${report.longestGapMs} ms without an acknowledgement`,
    `  lost or doubled       ${outcome.lost}`,
    `  verify                ${outcome.verified ? 'every invariant holds' : 'FAILED'}`,
    `  process crashes       ${outcome.crashes}`,
  ].join('\n');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
