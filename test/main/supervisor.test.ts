import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isNodeSupported } from '../../server/main/bootstrap/check-node.mjs';
import { noteDemoLoaded, wantsDemo } from '../../server/main/install-state.ts';
import { supervise } from '../../server/main/supervisor.ts';
import { localUrl, waitReady } from '../../server/main/wait-ready.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-supervisor-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('starts a child again that ended, and stops it when asked', async () => {
  const said: string[] = [];
  const logFile = join(folder, 'child.log');
  const command = [process.execPath, '-e', "console.log('started'); setTimeout(() => process.exit(3), 50)"] as const;
  const child = supervise({ name: 'child', command, env: process.env, logFile }, (text) => said.push(text));
  await expect.poll(() => child.crashes(), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  await child.stop(1_000);
  expect(said[0]).toMatch(/child ended \(exit code 3\); starting it again in 500 ms/);
  expect((await readFile(logFile, 'utf8')).match(/started/g)?.length).toBeGreaterThanOrEqual(2);
  const crashes = child.crashes();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(child.crashes()).toBe(crashes);
});

it('forces a child that does not stop', async () => {
  const [logFile, pidFile] = [join(folder, 'log'), join(folder, 'pid')];
  const readLog = () => readFile(logFile, 'utf8').catch(() => '');
  const command = [
    process.execPath,
    '-e',
    "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')",
  ] as const;
  const child = supervise({ name: 'child', command, env: process.env, logFile, pidFile }, () => undefined);
  await expect.poll(readLog, { timeout: 10_000 }).toContain('up');
  await child.stop(300);
  const pid = Number(await readFile(pidFile, 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('says where to look when the API does not become ready', async () => {
  const attempt = waitReady('http://127.0.0.1:9', 300, () => false, '/logs/api.log');
  await expect(attempt).rejects.toMatchObject({
    name: 'SetupError',
    waysOut: [expect.stringContaining('/logs/api.log')],
  });
});

it('reaches a server that listens everywhere on this machine', () => {
  expect(localUrl('0.0.0.0', 3000)).toBe('http://127.0.0.1:3000');
  expect(localUrl('::1', 3000)).toBe('http://[::1]:3000');
});

it('loads the demonstration at the first start alone, and completes one that was cut short', async () => {
  expect(await wantsDemo(folder, true)).toBe(true);
  expect(await wantsDemo(folder, true)).toBe(true);
  await noteDemoLoaded(folder);
  expect(await wantsDemo(folder, true)).toBe(false);
});

it('does not load the demonstration later where the first start declined it', async () => {
  expect(await wantsDemo(folder, false)).toBe(false);
  expect(await wantsDemo(folder, true)).toBe(false);
});

it.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.1', false],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node %s is supported: %s', (version, supported) => {
  expect(isNodeSupported(version)).toBe(supported);
});
