import { spawn } from 'node:child_process';

/** Waits for its input to end, which it does when whoever holds the other end is gone, however it went. */
const SCRIPT = 'read _; kill -TERM "$0"';

/** What ends a server when its supervisor is gone. */
export interface Watchdog {
  /** The server has ended: its id may be another program's soon. */
  callOff(): void;
}

/**
 * Ends a process once this one is gone, `kill -9` included: a server in a process group of its own hears of neither, and
 * would keep its port and its data folder until the next start.
 */
export function watchOver(pid: number): Watchdog {
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Where there is no shell, the next start still ends what it finds.
  watchdog.on('error', () => undefined);
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  if ('unref' in watchdog.stdin && typeof watchdog.stdin.unref === 'function') watchdog.stdin.unref();
  return { callOff: () => void watchdog.kill('SIGKILL') };
}
