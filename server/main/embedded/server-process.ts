import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { endProcess, isProcess } from './process-identity.ts';
import { watchOver } from './watchdog.ts';

/** A database server that runs as a child. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, however it ended. */
  readonly exited: Promise<void>;
  /** Whether it has ended. */
  hasExited(): boolean;
  /** Asks it to end and waits; forces it after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C on the terminal reaches our supervisor alone and
 * the stores outlive the API and the workers by as much as those need. Killed, this process takes the server with it.
 * @param logFile receives both its outputs, appended
 * @param pidFile remembers it for the next start, should this process be killed
 */
export async function spawnServer(
  file: string,
  args: readonly string[],
  logFile: string,
  pidFile: string,
): Promise<ServerProcess> {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(file, [...args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
  });
  closeSync(log);
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const { pid } = child;
  if (pid === undefined) {
    await exited;
    throw new Error(`${file} could not be started`);
  }
  const watchdog = watchOver(pid);
  void exited.then(() => watchdog.callOff());
  await writeFile(pidFile, String(pid));
  return {
    pid,
    exited,
    hasExited: () => ended,
    stop: (graceMs) => (ended ? Promise.resolve() : endProcess(pid, graceMs).then(() => exited)),
  };
}

/**
 * Ends a process that an earlier, killed supervisor left behind, or waits until it has ended by itself.
 * @param mark text in its command line by which it is known as ours: its data folder, or what it does
 * @returns whether there was one
 */
export async function endOrphan(pidFile: string, mark: string): Promise<boolean> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 1 || !(await isProcess(pid, mark))) return false;
  await endProcess(pid, 20_000);
  return true;
}

/** The last lines of a log file, for a message about why a server did not start. */
export async function tailOf(logFile: string, bytes = 16_384): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.slice(-bytes);
}
