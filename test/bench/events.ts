import { createLives, demandRestored, reportFailure, waitUntilPosted } from './support-lives.ts';
import type { BenchService } from './support-service.ts';

const BATCH = 500;
const IN_FLIGHT = 2;

/** Cases a second from the first failure sent to the last effect posted to the ledger, failures in batches of 500. */
export async function measureEvents(service: BenchService, program: string, count: number): Promise<number> {
  const lives = await createLives(service, program, count, false);
  await waitUntilPosted(service);
  const failures = lives.ids.map((id) => reportFailure(lives, id));
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, place) =>
    failures.slice(place * BATCH, (place + 1) * BATCH),
  );
  const startedAt = performance.now();
  const lane = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
      await service.client.sendEvents(batch);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  await waitUntilPosted(service);
  const tookMs = performance.now() - startedAt;
  await demandRestored(service, lives);
  return (count / tookMs) * 1_000;
}
