import { setTimeout as pause } from 'node:timers/promises';
import { createLives, reportFailure, waitUntilPosted } from './support-lives.ts';
import type { Lives } from './support-lives.ts';
import type { BenchService } from './support-service.ts';
import { percentile } from './support-stats.ts';

const LATE_MS = 30_000;
const LOOK_EVERY_MS = 10;

/** From a failure sent until its credits can be seen in the wallet, ms. */
export interface LatencyFigures {
  readonly p50: number;
  readonly p99: number;
}

/** Sends failures one a request at a steady rate, and looks into the wallets until the credits are back. */
export async function measureLatency(
  service: BenchService,
  program: string,
  perSecond: number,
  seconds: number,
): Promise<LatencyFigures> {
  const lives = await createLives(service, program, perSecond * seconds, false);
  await waitUntilPosted(service);
  const open = new Map<string, number>();
  const sending = sendSteadily(service, lives, perSecond, open);
  const took = await watchWallets(service, open, lives.ids.length, seconds * 1_000 + LATE_MS);
  await sending;
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

async function sendSteadily(
  { client }: BenchService,
  lives: Lives,
  perSecond: number,
  open: Map<string, number>,
): Promise<void> {
  const answers: Promise<void>[] = [];
  const startedAt = performance.now();
  for (const [place, id] of lives.ids.entries()) {
    const dueAt = startedAt + (place * 1_000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 1) await pause(waitMs);
    // From when it was due: a generator that falls behind must not make the service look quicker.
    open.set(`${lives.program}/${id}-order`, Math.min(dueAt, performance.now()));
    answers.push(client.sendEvent(reportFailure(lives, id)));
  }
  await Promise.all(answers);
}

/**
 * Reads the lots that a wallet's balance is made of, all open ones at once: as many readers of single wallets would be
 * the larger load, and a change stream tells of a change long after a reader would see it.
 */
async function watchWallets(
  { db }: BenchService,
  open: Map<string, number>,
  count: number,
  withinMs: number,
): Promise<number[]> {
  const lots = db.collection<{ _id: string; restored: number }>('lots');
  const took: number[] = [];
  const until = performance.now() + withinMs;
  while (took.length < count) {
    if (performance.now() > until) throw new Error(`${count - took.length} failures were not made good in time`);
    const filter = { _id: { $in: [...open.keys()] }, restored: { $gt: 0 } };
    for (const { _id } of await lots.find(filter, { projection: { _id: 1 } }).toArray()) {
      took.push(performance.now() - (open.get(_id) ?? Number.NaN));
      open.delete(_id);
    }
    await pause(LOOK_EVERY_MS);
  }
  return took;
}
