import { Command } from 'commander';
import { loadSettings, requireStores } from './config.ts';
import type { Config, Settings } from './config.ts';
import { streamProgress } from './embedded/progress.ts';
import { addPolicyCommands } from './cli-policies.ts';
import type { Run } from './cli-policies.ts';
import { addKeyCommands } from './keys-command.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { addUserCommands } from './users-command.ts';
import { readVersion } from './read-version.ts';
import { withConfig } from './with-config.ts';

/**
 * The command line. What a command needs is loaded when it runs, so that `--help` is quick and a worker does not
 * load Express.
 */
export function createProgram(env: NodeJS.ProcessEnv): Command {
  const program = new Command('redress');
  program
    .description('Decides refund and compensation claims by versioned rules, and proves why.')
    .version(readVersion(), '--version', 'print the version of this code')
    .showHelpAfterError();
  const settings = (): Settings => loadSettings(env);
  const run: Run = (work) => withConfig(settings(), progress(), work);

  program
    .command('start')
    .description('run everything on this machine: stores, API, workers')
    .option('--watch', 'start API and workers again when a source file changes', false)
    .action((options: { watch: boolean }) => start(settings(), options));
  program
    .command('api')
    .description('run one API process (MONGODB_URI, REDIS_URL, REDRESS_SECRET)')
    .action(() => api(requireStores(settings())));
  program
    .command('worker')
    .description('run one worker process (MONGODB_URI, REDIS_URL, REDRESS_SECRET)')
    .action(() => worker(requireStores(settings())));
  program
    .command('migrate')
    .description('bring the database up to date and publish programs that have no version yet')
    .action(() => run(migrateAll));
  program
    .command('verify')
    .description('check every invariant of the stored data; exit code 1 on the first that fails')
    .action(() => run(async (config) => exitWith(await (await import('./verify.ts')).verify(config))));
  program
    .command('demo')
    .description('load the demonstration history into the running service')
    .action(() => run(async (config) => (await import('./demo.ts')).runDemo(config)));
  program
    .command('topology')
    .description('three MongoDB members, two APIs, two workers: acceptance cases, then the primary killed under load')
    .action(async () =>
      exitWith(await (await import('./topology/run-topology.ts')).runTopology(settings(), progress())),
    );
  addKeyCommands(program, run);
  addUserCommands(program, run);
  addPolicyCommands(program, run);
  return program;
}

async function start(settings: Settings, options: { watch: boolean }): Promise<void> {
  const { startService } = await import('./start.ts');
  const { say, step } = progress();
  const service = await startService(settings, options, { say, step });
  // A terminal shows ^C at the start of the line.
  await runUntilSignal(service, () => say('\nStopping: API and workers first, then the stores …'));
}

async function api(config: Config): Promise<void> {
  const { runApi } = await import('./api.ts');
  await runUntilSignal(await runApi(config));
}

async function worker(config: Config): Promise<void> {
  const { runWorker } = await import('./worker.ts');
  await runUntilSignal(await runWorker(config));
}

async function migrateAll(config: Config): Promise<void> {
  const { provisionFromUris } = await import('./provision.ts');
  await provisionFromUris(config);
  const applied = await (await import('./migrate.ts')).migrate(config);
  const published = await (await import('./publish-programs.ts')).publishPrograms(config);
  for (const id of published) process.stdout.write(`Published or drafted: ${id}\n`);
  if (applied.length + published.length === 0)
    process.stdout.write('Nothing to do: the database is up to date, and every program has a version.\n');
}

/** Ends with a code once output is flushed and stores are released. */
function exitWith(code: number): void {
  process.exitCode = code;
}

function progress(): ReturnType<typeof streamProgress> {
  return streamProgress(process.stderr);
}
