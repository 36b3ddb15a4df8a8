import { setTimeout as pause } from 'node:timers/promises';
import { createLives, reportFailure, waitUntilPosted } from './support-lives.ts';
import type { BenchService } from './support-service.ts';
import { percentile } from './support-stats.ts';

const LATE_MS = 30_000;

/** From a failure sent until its credits can be seen in the wallet, ms. */
export interface LatencyFigures {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Sends failures one a request at a steady rate, and watches the lots for the moment at which the credits are back, as
 * any reader of the wallet would see them: watching by polling would be the larger load.
 */
export async function measureLatency(
  service: BenchService,
  program: string,
  perSecond: number,
  seconds: number,
): Promise<LatencyFigures> {
  const lives = await createLives(service, program, perSecond * seconds, false);
  await waitUntilPosted(service);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const changes = service.db.collection('lots').watch([{ $match: { 'fullDocument.restored': { $gt: 0 } } }], {
    fullDocument: 'updateLookup',
  });
  changes.on('change', (change) => {
    if (!('documentKey' in change)) return;
    const key = String(change.documentKey._id);
    const from = sentAt.get(key);
    if (from === undefined) return;
    took.push(performance.now() - from);
    sentAt.delete(key);
  });
  // The stream is open once it has asked the server for the first time.
  await pause(300);
  const answers: Promise<void>[] = [];
  const startedAt = performance.now();
  for (const [place, id] of lives.ids.entries()) {
    const dueAt = startedAt + (place * 1_000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 1) await pause(waitMs);
    // From when it was due: a generator that falls behind must not make the service look quicker.
    sentAt.set(`${program}/${id}-order`, Math.min(dueAt, performance.now()));
    answers.push(service.client.sendEvent(reportFailure(lives, id)));
  }
  await Promise.all(answers);
  for (let waited = 0; sentAt.size > 0 && waited < LATE_MS; waited += 50) await pause(50);
  await changes.close();
  if (sentAt.size > 0) throw new Error(`${sentAt.size} failures were not made good within ${LATE_MS} ms`);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
