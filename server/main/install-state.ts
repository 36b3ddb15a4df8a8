import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './embedded/private-file.ts';

const stateSchema = z.object({ demo: z.enum(['pending', 'loaded', 'declined']) });

/** What a data folder remembers about its first start. */
type InstallState = z.output<typeof stateSchema>;

/**
 * Whether this start loads the demonstration history: the first start decides it, and one that was cut short is
 * completed by the next (what it sends is idempotent).
 */
export async function wantsDemo(dataDir: string, demo: boolean): Promise<boolean> {
  const known = await readPrivateJson(stateFile(dataDir), stateSchema);
  if (known === null)
    await writePrivateJson(stateFile(dataDir), { demo: demo ? 'pending' : 'declined' } satisfies InstallState);
  return demo && (known === null || known.demo === 'pending');
}

/** Remembers that the demonstration history is complete. */
export async function noteDemoLoaded(dataDir: string): Promise<void> {
  await writePrivateJson(stateFile(dataDir), { demo: 'loaded' } satisfies InstallState);
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'state.json');
}
