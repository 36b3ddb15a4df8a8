import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs';

const BACKOFF_MS = [200, 500, 1_000, 2_000, 5_000, 10_000];
const STABLE_MS = 60_000;
const LOG_BYTES = 32 * 1024 * 1024;

/** One process that is to run for as long as the service does. */
export interface ChildPlan {
  /** Shown to the person, and the name of its log. */
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Remembers it for the next start, should this process be killed. */
  readonly pidFile?: string;
}

/** A child that is started again whenever it ends, until it is stopped. */
export interface SupervisedChild {
  readonly name: string;
  /** How often it ended without being asked to. */
  crashes(): number;
  /** Sends SIGTERM, and SIGKILL after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Starts a child in a process group of its own, and starts it again with growing pauses when it ends. */
export function supervise(plan: ChildPlan, say: (text: string) => void): SupervisedChild {
  let child: ChildProcess | null = null;
  let stopping = false;
  let crashes = 0;
  let timer: NodeJS.Timeout | null = null;

  const start = (attempt: number): void => {
    const startedAt = Date.now();
    child = spawnChild(plan);
    child.once('error', (error) => say(`${plan.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (stopping) return;
      crashes += 1;
      const next = Date.now() - startedAt > STABLE_MS ? 0 : Math.min(attempt + 1, BACKOFF_MS.length - 1);
      const pauseMs = BACKOFF_MS[next] ?? 0;
      say(
        `${plan.name} ended (${signal ?? `exit code ${code}`}); starting it again in ${pauseMs} ms. Its log: ${plan.logFile}`,
      );
      timer = setTimeout(() => start(next), pauseMs);
    });
  };
  start(0);

  return {
    name: plan.name,
    crashes: () => crashes,
    async stop(graceMs) {
      stopping = true;
      if (timer !== null) clearTimeout(timer);
      if (child !== null) await endChild(child, graceMs);
    },
  };
}

/**
 * Starts a process with its output appended to its log. The channel to it tells it when this process is gone, so that
 * a killed supervisor leaves no API and no worker behind.
 */
export function spawnChild(plan: ChildPlan): ChildProcess {
  rotate(plan.logFile);
  const log = openSync(plan.logFile, 'a', 0o600);
  const [file, ...args] = plan.command;
  const child = spawn(file, args, { detached: true, env: plan.env, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  if (plan.pidFile !== undefined && child.pid !== undefined) writeFileSync(plan.pidFile, String(child.pid));
  return child;
}

/** Ends a child politely, then firmly. Resolves when it has ended. */
export async function endChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(force);
}

/** Keeps one older log, so that a long-lived installation does not fill its disk. */
function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}
