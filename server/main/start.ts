import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftovers, pidFileOf } from './child-leftovers.ts';
import { childCommand, childEnvironment } from './child-process.ts';
import type { Config, Settings } from './config.ts';
import { ensureEmbeddedCredentials } from './credentials.ts';
import { ensureDemoUsers } from './demo-users.ts';
import { demandFreePort } from './embedded/free-port.ts';
import type { Progress } from './embedded/progress.ts';
import { greet } from './greeting.ts';
import { noteDemoLoaded, wantsDemo } from './install-state.ts';
import { migrate } from './migrate.ts';
import { publishPrograms } from './publish-programs.ts';
import { endChild, spawnChild, supervise } from './supervisor.ts';
import type { SupervisedChild } from './supervisor.ts';
import { localUrl, waitReady } from './wait-ready.ts';
import { holdStores } from './with-config.ts';
import type { Held } from './with-config.ts';

const READY_MS = 90_000;
const CHILD_GRACE_MS = 3_500;
const MAX_FIRST_CRASHES = 5;

/** A service that runs: stores, API and workers. */
export interface RunningService {
  /** Says where it is and what to try, and begins to load the demonstration history where that is wanted. */
  announce(): void;
  /** Resolves with a sentence when it cannot go on. */
  readonly failed: Promise<string>;
  /** Stops API and workers, then the stores, within 10 s. */
  close(): Promise<void>;
}

/** How `start` differs under `npm run dev`: children are started again when a source file changes. */
export interface StartOptions {
  readonly watch: boolean;
}

/**
 * The whole service on one machine: stores up, migrated, programs published, credentials made, API and workers as
 * child processes. Nothing is said of it until it is announced.
 * @throws SetupError with a way out; whatever was started until then is stopped
 */
export async function startService(
  settings: Settings,
  options: StartOptions,
  progress: Progress,
): Promise<RunningService> {
  const held = await holdStores(settings, progress, () => demandPorts(settings));
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()));
    await held.close();
  };
  try {
    await prepare(held.config, settings.mongodbUri === undefined, progress);
    const children = await startChildren(held.config, options, progress);
    stops.push(...children.map((child) => () => child.stop(CHILD_GRACE_MS)));
    await waitUntilReady(held.config, children);
    const withDemo = await wantsDemo(settings.dataDir, settings.demo);
    const announce = (): void => {
      progress.say(greet(greetingOf(held.config)));
      if (withDemo) stops.push(loadDemo(held.config, progress));
    };
    return { announce, failed: failureOf(held), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function demandPorts(settings: Settings): Promise<void> {
  await endLeftovers(settings.dataDir);
  for (let n = 0; n < settings.apiCount; n += 1)
    await demandFreePort(settings.port + n, settings.host, 'the API', 'PORT');
}

/** People to try things out with are made in a database of our own alone: nobody else's has known passwords in it. */
async function prepare(config: Config, isEmbedded: boolean, progress: Progress): Promise<void> {
  progress.say('Migrating and loading the programs …');
  await migrate(config);
  await publishPrograms(config);
  await ensureEmbeddedCredentials(config);
  if (isEmbedded) await ensureDemoUsers(config);
}

async function startChildren(config: Config, options: StartOptions, progress: Progress): Promise<SupervisedChild[]> {
  const logs = logFolder(config);
  await mkdir(logs, { recursive: true });
  const start = (role: 'api' | 'worker', n: number, extra: NodeJS.ProcessEnv): SupervisedChild => {
    const name = `${role}${n === 0 ? '' : `-${n + 1}`}`;
    const plan = {
      name,
      command: childCommand([role], options.watch),
      env: childEnvironment(config, extra),
      logFile: join(logs, `${name}.log`),
      pidFile: pidFileOf(config.dataDir, name),
    };
    return supervise(plan, progress.say);
  };
  return [
    ...Array.from({ length: config.apiCount }, (_, n) => start('api', n, { PORT: String(config.port + n) })),
    ...Array.from({ length: config.workerCount }, (_, n) => start('worker', n, {})),
  ];
}

async function waitUntilReady(config: Config, children: readonly SupervisedChild[]): Promise<void> {
  const keepsCrashing = (): boolean => children.some((child) => child.crashes() >= MAX_FIRST_CRASHES);
  for (let n = 0; n < config.apiCount; n += 1) {
    await waitReady(localUrl(config.host, config.port + n), READY_MS, keepsCrashing, logFolder(config));
  }
}

/** Loads the demonstration history in the background. @returns how to stop it */
function loadDemo(config: Config, progress: Progress): () => Promise<void> {
  const logFile = join(logFolder(config), 'demo.log');
  progress.say('Loading the demonstration history in the background (REDRESS_DEMO=off leaves it out) …');
  const child = spawnChild({
    name: 'demo',
    command: childCommand(['demo'], false),
    env: childEnvironment(config, {}),
    logFile,
    pidFile: pidFileOf(config.dataDir, 'demo'),
  });
  child.on('message', (message) => {
    if (typeof message === 'object' && message !== null && 'progress' in message)
      progress.step(String(message.progress));
  });
  child.once('exit', (code, signal) => {
    if (code === 0)
      void noteDemoLoaded(config.dataDir).then(() => progress.say('The demonstration history is loaded.'));
    else if (signal === null) progress.say(`The demonstration history could not be loaded; its log: ${logFile}`);
  });
  return () => endChild(child, CHILD_GRACE_MS);
}

async function failureOf(held: Held): Promise<string> {
  return `${await held.lost} was lost and could not be started again.`;
}

function greetingOf(config: Config): Parameters<typeof greet>[0] {
  return {
    baseUrl: localUrl(config.host, config.port),
    credentialsFile: join(config.dataDir, 'credentials.json'),
    logFolder: logFolder(config),
    program: 'anumi',
  };
}

function logFolder(config: Config): string {
  return join(config.dataDir, 'logs');
}
