import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgram } from '../../server/main/cli-program.ts';
import { CommandError } from '../../server/main/setup-error.ts';

interface Ran {
  readonly output: string;
  readonly error: unknown;
}

/** Runs a command of the command line in this process; what would end it is answered. */
async function run(...args: readonly string[]): Promise<Ran> {
  let output = '';
  const write = (text: string | Uint8Array): boolean => {
    output += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  const program = createProgram({});
  const mute = (command: Command): void => {
    command.exitOverride().configureOutput({ writeOut: write, writeErr: write });
    for (const one of command.commands) mute(one);
  };
  mute(program);
  const error: unknown = await program.parseAsync(['node', 'redress', ...args]).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { output, error };
}

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

describe('the command line', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await run('--version')).output.trim()).toBe(version);
  });

  it.each(['abc', '0', '1.5', '-1'])('takes no version number %s', async (number) => {
    const { output } = await run('policies', 'export', 'anumi', 'nowhere', `--version-number=${number}`);
    expect(output).toContain('must be a whole number, 1 or more');
    expect(output).not.toContain('NaN');
  });

  it.each(['rules/jimeng', 'jimeng'])('lints %s, a folder or the name of one', async (folder) => {
    expect(await run('policies', 'lint', folder)).toMatchObject({
      output: expect.stringMatching(/^jimeng: \d+ rules, \d+ cases, nothing wrong\n$/),
      error: null,
    });
  });

  it('names the folders that there are where one is not', async () => {
    const { error } = await run('policies', 'test', 'jimen');
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({
      message: 'There is no folder jimen, neither here nor under rules/.',
      waysOut: [expect.stringContaining('anumi, anypic, jimeng')],
    });
  });

  it('says of a folder without its files which one is missing', async () => {
    const { error } = await run('policies', 'lint', 'rules/jimeng/cases');
    expect(String(error)).toMatch(/cases\/policy\.json: is missing$/);
  });
});
