import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { isAlive } from '../../server/main/embedded/process-identity.ts';

const KEY = 'a-key-for-the-start-test-0123456789';
const UP_MS = 60_000;
let dataDir: string;
let env: NodeJS.ProcessEnv;
let baseUrl: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'redress-start-'));
  const [port, mongodbPort, redisPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  baseUrl = `http://127.0.0.1:${port}`;
  env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: String(port),
    REDRESS_MONGODB_PORT: String(mongodbPort),
    REDRESS_REDIS_PORT: String(redisPort),
    REDRESS_DATA_DIR: dataDir,
    REDRESS_DEMO: 'off',
    REDRESS_API_KEY: KEY,
  };
});
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exitCode: Promise<number | null>;
}

/**
 * Runs the command line from source, in a process group of its own as a terminal would. By the channel it notices when
 * the test run is gone, so that an interrupted one leaves nothing behind.
 */
function run(args: readonly string[], extra: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main/cli.ts', ...args], {
    env: { ...env, ...extra },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => output, exitCode };
}

async function startUntilReady(): Promise<Started> {
  const started = run(['start']);
  await expect
    .poll(() => (started.child.exitCode === null ? started.output() : `ended: ${started.output()}`), {
      timeout: UP_MS,
      interval: 200,
    })
    .toMatch(/is ready at|^ended/);
  expect(started.output()).toContain(`Redress is ready at ${baseUrl}`);
  return started;
}

const pidIn = (file: string): number => Number(readFileSync(join(dataDir, file), 'utf8'));
const get = (path: string): Promise<Response> =>
  fetch(`${baseUrl}${path}`, { headers: { authorization: `Bearer ${KEY}` } });

describe('start', () => {
  it('brings up everything, says where, and stops cleanly within 10 s', { timeout: 120_000 }, async () => {
    const service = await startUntilReady();
    expect(service.output()).toContain(join(dataDir, 'credentials.json'));
    expect(service.output().match(/^ {2}curl /gm)).toHaveLength(3);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/api/cases')).status).toBe(200);
    expect((await fetch(`${baseUrl}/api/cases`)).status).toBe(401);
    const credentials = JSON.parse(readFileSync(join(dataDir, 'credentials.json'), 'utf8')) as unknown;
    expect(credentials).toMatchObject({ baseUrl, apiKey: KEY });
    expect(statSync(join(dataDir, 'credentials.json')).mode & 0o777).toBe(0o600);

    const second = run(['start'], { PORT: String(await findFreePort()) });
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toMatch(/another Redress \(process \d+\) uses the data folder/);

    const beside = run(['verify']);
    expect(await beside.exitCode, beside.output()).toBe(0);

    const stores = [pidIn('mongodb/mongod.pid'), pidIn('redis/redis.pid')];
    service.child.kill('SIGINT');
    // 1 where it had to be forced, which it is before 10 s are over.
    expect(await service.exitCode).toBe(0);
    expect(service.output().match(/^Stopping/gm)).toHaveLength(1);
    for (const pid of stores) expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('goes on after kill -9 of everything, and loses nothing', { timeout: 120_000 }, async () => {
    const before = await startUntilReady();
    const event = {
      specversion: '1.0',
      id: 'e1',
      source: '/start-test',
      type: 'redress.order.paid',
      time: new Date(Date.now() - 60_000).toISOString(),
      datacontenttype: 'application/json',
      data: {
        program: 'anumi',
        orderId: 'o',
        customerId: 'c',
        walletId: 'w',
        sku: 's',
        credits: 100,
        amountMinor: 999,
        currency: 'EUR',
        provider: 'sandbox',
        paymentRef: 'sbx_ok',
      },
    };
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/cloudevents+json' };
    const sent = await fetch(`${baseUrl}/api/events`, { method: 'POST', headers, body: JSON.stringify(event) });
    expect(await sent.json()).toMatchObject({ accepted: 1 });
    for (const pid of [before.child.pid ?? 0, pidIn('mongodb/mongod.pid'), pidIn('redis/redis.pid')])
      process.kill(pid, 'SIGKILL');
    await before.exitCode;
    // API and worker notice that their supervisor is gone.
    await expect
      .poll(
        () =>
          get('/healthz').then(
            () => 'up',
            () => 'gone',
          ),
        { timeout: 12_000 },
      )
      .toBe('gone');

    const after = await startUntilReady();
    expect(await (await get('/api/wallets/anumi/w')).json()).toMatchObject({ balance: 100 });
    after.child.kill('SIGTERM');
    expect(await after.exitCode).toBe(0);
  });

  it('goes on at once after kill -9 of the supervisor alone', { timeout: 120_000 }, async () => {
    const before = await startUntilReady();
    const left = ['mongodb/mongod.pid', 'redis/redis.pid', 'processes/api.pid', 'processes/worker.pid'].map(pidIn);
    process.kill(before.child.pid ?? 0, 'SIGKILL');
    await before.exitCode;
    const after = await startUntilReady();
    expect(left.map(isAlive)).toEqual([false, false, false, false]);
    expect(await (await get('/api/wallets/anumi/w')).json()).toMatchObject({ balance: 100 });
    process.kill(after.child.pid ?? 0, 'SIGKILL');
    const stores = [pidIn('mongodb/mongod.pid'), pidIn('redis/redis.pid')];
    // Nobody starts again: they end by themselves.
    for (const pid of stores) await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  });

  it('refuses a taken port and a wrong variable with one message', { timeout: 60_000 }, async () => {
    const { createServer } = await import('node:net');
    const other = createServer().listen(Number(env['PORT']), '127.0.0.1');
    const taken = run(['start']);
    expect(await taken.exitCode).toBe(1);
    expect(taken.output()).toMatch(
      /^Redress could not start: port \d+ on 127\.0\.0\.1, for the API, is taken[^\n]*\n {2}→ set PORT/,
    );
    other.close();
    const wrong = run(['start'], { REDRESS_DEMOS: 'off' });
    expect(await wrong.exitCode).toBe(1);
    expect(wrong.output()).toMatch(/REDRESS_DEMOS is not a variable of Redress/);
    const unreachable = run(['start'], { MONGODB_URI: `mongodb://127.0.0.1:${await findFreePort()}/redress` });
    expect(await unreachable.exitCode).toBe(1);
    expect(unreachable.output()).toMatch(/\(MONGODB_URI\) cannot be reached[^\n]*\n {2}→ check that it runs/);
  });
});
