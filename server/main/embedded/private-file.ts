import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { SetupError } from '../setup-error.ts';

/** Reads a JSON file of our own data folder, or null where there is none. @throws SetupError where it is damaged */
export async function readPrivateJson<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = z.string().transform(decode).pipe(shape).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new SetupError(`${file} is damaged.`, [
    'restore it from a backup of the data folder',
    'or, where the data may be lost, remove the data folder and start anew',
  ]);
}

/** Writes a JSON file that its owner alone may read; whole or not at all. */
export async function writePrivateJson(file: string, value: unknown): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await chmod(partial, 0o600);
  await rename(partial, file);
}

function decode(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}
