import { execFile } from 'node:child_process';

/** How a program ended. `code` is null where it could not be run or was killed. */
export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
  /** True where there is no such program. */
  readonly missing: boolean;
}

/** Runs a program to its end and collects both its outputs; never throws. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly timeoutMs: number; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string },
): Promise<ProgramResult> {
  const { timeoutMs: timeout, ...rest } = options;
  return new Promise((resolve) => {
    execFile(file, [...args], { ...rest, timeout, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, output: `${stdout}${stderr}`, missing: String(error?.code) === 'ENOENT' });
    });
  });
}
