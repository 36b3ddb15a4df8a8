import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDataFolder, lockHolder } from '../../../server/main/embedded/data-lock.ts';
import { keepRunning } from '../../../server/main/embedded/keep-running.ts';
import { endProcess, isAlive, isProcess } from '../../../server/main/embedded/process-identity.ts';
import { endOrphan, spawnServer } from '../../../server/main/embedded/server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-process-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A process that lives until it is ended; `mark` stands in its command line. */
function sleeper(mark: string, script = 'setInterval(() => {}, 1000)'): number {
  const child = spawn(process.execPath, ['-e', script, mark], { stdio: 'ignore', detached: true });
  if (child.pid === undefined) throw new Error('not started');
  return child.pid;
}

/** An ended child stays in the process table until Node has reaped it. */
async function expectGone(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid)).toBe(false);
}

describe('processes by id', () => {
  it('knows a process by what its command line holds, not by its id alone', async () => {
    const pid = sleeper('mark-of-ours');
    expect(await isProcess(pid, 'mark-of-ours')).toBe(true);
    expect(await isProcess(pid, 'mark-of-others')).toBe(false);
    await endProcess(pid, 2_000);
    await expectGone(pid);
    expect(await isProcess(pid, 'mark-of-ours')).toBe(false);
  });

  it('forces one that does not listen', async () => {
    const pid = sleeper('stubborn', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await endProcess(pid, 300);
    await expectGone(pid);
  });

  it('ends an orphan of its own folder, and nobody else', async () => {
    const ours = sleeper(join(folder, 'data'));
    const pidFile = join(folder, 'orphan.pid');
    await writeFile(pidFile, String(ours));
    expect(await endOrphan(pidFile, '/another/folder')).toBe(false);
    expect(isAlive(ours)).toBe(true);
    expect(await endOrphan(pidFile, join(folder, 'data'))).toBe(true);
    await expectGone(ours);
    expect(await endOrphan(join(folder, 'none.pid'), 'x')).toBe(false);
  });
});

describe('a watchdog', () => {
  const module = JSON.stringify(pathToFileURL(resolve('server/main/embedded/watchdog.ts')).href);
  const guardian = (pid: number, then = '') =>
    spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `
        const { watchOver } = await import(${module});
        const watchdog = watchOver(${pid});
        ${then}
        process.send('watching');
        setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );

  it('ends what it watches once its master is gone, however it went', async () => {
    const watched = sleeper('watched');
    const master = guardian(watched);
    await once(master, 'message');
    expect(isAlive(watched)).toBe(true);
    master.kill('SIGKILL');
    await expectGone(watched);
  });

  it('that was called off ends nothing', async () => {
    const watched = sleeper('let alone');
    const other = sleeper('watched too');
    const master = guardian(watched, `watchdog.callOff(); watchOver(${other});`);
    await once(master, 'message');
    master.kill('SIGKILL');
    await expectGone(other);
    expect(isAlive(watched)).toBe(true);
    await endProcess(watched, 2_000);
  });
});

describe('lockDataFolder', () => {
  it('takes over the lock of a process that is gone, or that is another program by now', async () => {
    await writeFile(join(folder, 'lock'), '999999');
    await (await lockDataFolder(folder)).release();
    const other = sleeper('something else');
    await writeFile(join(folder, 'lock'), String(other));
    await (await lockDataFolder(folder)).release();
    await endProcess(other, 2_000);
  });

  it('refuses while the holder lives, and says how to go on', async () => {
    const holder = sleeper('/somewhere/cli.js start');
    await writeFile(join(folder, 'lock'), String(holder));
    expect(await lockHolder(folder)).toBe(holder);
    await expect(lockDataFolder(folder)).rejects.toThrow(`process ${holder}`);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      waysOut: [expect.stringContaining('kill'), expect.stringContaining('REDRESS_DATA_DIR')],
    });
    await endProcess(holder, 2_000);
    await rm(join(folder, 'lock'));
  });

  it('takes its own id in an old lock as gone, as after the restart of a container', async () => {
    await writeFile(join(folder, 'lock'), String(process.pid));
    await (await lockDataFolder(folder)).release();
  });
});

describe('keepRunning', () => {
  it('starts a server again that ended, and leaves one that was stopped', async () => {
    const start = () =>
      spawnServer(
        process.execPath,
        ['-e', 'setInterval(() => {}, 1000)'],
        join(folder, 'kept.log'),
        join(folder, 'kept.pid'),
      );
    const said: string[] = [];
    const first = await start();
    let second = first;
    const again = async () => (second = await start());
    const kept = keepRunning('Store', first, again, { say: (text) => said.push(text), step: () => undefined });
    process.kill(first.pid, 'SIGKILL');
    await expect
      .poll(() => said, { timeout: 5_000 })
      .toEqual([expect.stringContaining('ended unexpectedly'), expect.stringContaining('up again')]);
    expect(isAlive(second.pid)).toBe(true);
    await kept.stop(2_000);
    expect(second.hasExited()).toBe(true);
  });
});
