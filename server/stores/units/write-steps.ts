import type { Database } from '../database.ts';
import { transact } from './transact.ts';
import type { TransactionOutcome } from './transact.ts';
import type { WriteStep } from './write-step.ts';

const ATTEMPTS = 8;
const PAUSE_MS = 20;

/**
 * Runs steps that rest on nothing that was read, so that after a conflict the same steps may simply run again.
 * Answers `conflict` only when all attempts met one.
 */
export async function writeSteps(
  database: Database,
  journalId: string | null,
  steps: readonly (WriteStep | null)[],
): Promise<TransactionOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await transact(database, journalId, async (session) => {
      for (const step of steps) await step?.(session);
    });
    if (outcome !== 'conflict' || attempt === ATTEMPTS) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt * Math.random()));
  }
}
