import { join } from 'node:path';
import { z } from 'zod';
import { DISPOSITIONS } from '../core/decisions/decision.ts';
import type { Config } from './config.ts';
import { findCredentials } from './credentials.ts';
import { createDemoClient } from './demo/demo-client.ts';
import { generateHistory } from './demo/generate-history.ts';
import { sendHistory } from './demo/send-history.ts';
import type { DemoProgress, DemoSummary } from './demo/send-history.ts';
import { readPrivateJson, writePrivateJson } from './embedded/private-file.ts';
import { SetupError } from './setup-error.ts';

const SEED = 20_260_801;
const HOUR_MS = 3_600_000;
/** Between two lines of progress, ms. */
const TELL_EVERY_MS = 500;

/** What makes a history the one it is. Kept, so that one cut short is continued and not begun anew with other instants. */
const planSchema = z.object({ seed: z.int(), endAt: z.int(), scale: z.number().positive() });

/**
 * Loads the demonstration history into the running service through its public API, telling a supervisor how far it is.
 * Cut short at any moment, the next run completes it. Prints a summary.
 * @throws SetupError where no credentials are known; Error where the service refuses something, or some kind of
 * decision is missing in the end
 */
export async function runDemo(config: Config): Promise<void> {
  // With its supervisor gone the service is gone too. A signal ends it as any process: nothing has to be put in order.
  const end = (): never => process.exit(1);
  process.once('disconnect', end);
  try {
    await loadHistory(config);
  } finally {
    process.off('disconnect', end);
  }
}

async function loadHistory(config: Config): Promise<void> {
  const startedAt = Date.now();
  const { baseUrl, apiKey } = await demandCredentials(config);
  const { seed, endAt, scale } = await ensurePlan(config.dataDir, startedAt);
  const history = generateHistory(seed, endAt, scale);
  const summary = await sendHistory(createDemoClient(baseUrl, apiKey), history, createTeller());
  checkSummary(summary, history.refused);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  process.stdout.write(`Demonstration history loaded in ${seconds} s: ${describeSummary(summary)}\n`);
}

/** Demands that every kind of decision is there and that nothing was refused that was not meant to be. */
export function checkSummary(summary: DemoSummary, refused: number): void {
  const missing = DISPOSITIONS.filter((disposition) => (summary.dispositions[disposition] ?? 0) === 0);
  if (missing.length > 0) throw new Error(`The demonstration history has no decision that is ${missing.join(', ')}.`);
  if (summary.unexpected.length === 0 && summary.rejected <= refused) return;
  const examples = summary.unexpected.slice(0, 5).join('; ');
  throw new Error(`${summary.rejected} events were refused where ${refused} were meant to be. ${examples}`);
}

function describeSummary({ events, duplicates, rejected, claims, completed, dispositions }: DemoSummary): string {
  const decided = Object.entries(dispositions).map(([disposition, count]) => `${count} ${disposition}`);
  return `${events} events (${duplicates} known before, ${rejected} refused), ${claims} claims, ${completed} completed later: ${decided.join(', ')}.`;
}

async function demandCredentials(config: Config): Promise<{ baseUrl: string; apiKey: string }> {
  const known = await findCredentials(config);
  if (known !== null) return known;
  throw new SetupError(`${config.dataDir} holds no credentials.json.`, [
    'start the service with `npm start` first: it makes the credentials and loads the history by itself',
  ]);
}

async function ensurePlan(dataDir: string, now: number): Promise<z.output<typeof planSchema>> {
  const file = join(dataDir, 'demo.json');
  const known = await readPrivateJson(file, planSchema);
  if (known !== null) return known;
  const plan = { seed: SEED, endAt: Math.floor(now / HOUR_MS) * HOUR_MS, scale: 1 };
  await writePrivateJson(file, plan);
  return plan;
}

function createTeller(): (progress: DemoProgress) => void {
  let toldAt = 0;
  return ({ events, allEvents, claims, allClaims }) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    const share = Math.floor((100 * (events + claims)) / (allEvents + allClaims));
    const text = `Demonstration history: ${share} % (${events} of ${allEvents} events, ${claims} of ${allClaims} claims)`;
    if (process.send === undefined) process.stderr.write(`${text}\n`);
    else process.send({ progress: text });
  };
}
