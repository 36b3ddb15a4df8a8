import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { Config } from './config.ts';

/** Runs a command's work with the stores it needs. */
export type Run = (work: (config: Config) => Promise<void>) => Promise<void>;

/** Adds `policies export | import | lint | test`. Lint and test read files alone and need no stores. */
export function addPolicyCommands(program: Command, run: Run): void {
  const policies = program.command('policies').description('policies as files');
  policies
    .command('export')
    .description('write the policy version in force as a folder of files')
    .argument('<program>')
    .argument('<folder>')
    .option('--version-number <number>', 'this version instead of the one in force', readVersionNumber)
    .option('--overwrite', 'write into a folder that holds files already', false)
    .action((id: string, folder: string, options: { versionNumber?: number; overwrite: boolean }) =>
      run(async (config) =>
        (await commands()).exportPolicy(config, id, folder, options.versionNumber, options.overwrite),
      ),
    );
  policies
    .command('import')
    .description('make a draft of a folder of files, and submit it for approval')
    .argument('<folder>')
    .option(
      '--as <email>',
      'the user whose change it is, and who therefore cannot approve it; left out, it is nobody’s, and whoever may approve can',
    )
    .action((folder: string, options: { as?: string }) =>
      run(async (config) => (await commands()).importPolicy(config, folder, options.as)),
    );
  policies
    .command('lint')
    .description('check rule files; exit code 1 where something is refused')
    .argument('[folders...]', 'folders, or names of those under rules/; all of rules/ where left out')
    .action(async (folders: string[]) => exitWith(await (await commands()).lintPolicies(folders)));
  policies
    .command('test')
    .description('run the golden cases of rule files; exit code 1 where one differs')
    .argument('[folders...]', 'folders, or names of those under rules/; all of rules/ where left out')
    .action(async (folders: string[]) => exitWith(await (await commands()).testPolicies(folders)));
}

/** Versions are counted from 1. */
function readVersionNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(text);
}

/** Loaded when a command runs: linting brings the reference engine with it. */
const commands = () => import('./policies-commands.ts');

function exitWith(code: number): void {
  process.exitCode = code;
}
