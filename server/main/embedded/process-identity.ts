import { readdir, readFile } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process is alive and its command line holds `mark`. Ids are used again by the system after a crash,
 * so an id from a file is never trusted alone.
 */
export async function isProcess(pid: number, mark: string): Promise<boolean> {
  return isAlive(pid) && (await commandLine(pid)).includes(mark);
}

/** Ends a process politely, then firmly. Resolves when it is gone. Zombies of our own are reaped by Node. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await goneWithin(pid, waitMs)) return;
  }
}

async function goneWithin(pid: number, waitMs: number): Promise<boolean> {
  const end = Date.now() + waitMs;
  while (Date.now() < end) {
    if (!isAlive(pid) || (await isZombie(pid))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !isAlive(pid);
}

/**
 * A process that ended and was not yet reaped by its parent holds no port and no lock, once all of its threads have
 * ended: the first may be a zombie while others still close what they share.
 */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (!/\) Z /.test(stat)) return false;
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  return threads.length <= 1;
}

async function commandLine(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (fromProc !== null) return fromProc.replaceAll('\0', ' ');
  return (await runProgram('ps', ['-o', 'command=', '-p', String(pid)], { timeoutMs: 5_000 })).output;
}
