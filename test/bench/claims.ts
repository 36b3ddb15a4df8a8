import { buildClaim, createLives, waitUntilPosted } from './support-lives.ts';
import type { BenchService } from './support-service.ts';
import { percentile, runInFlight } from './support-stats.ts';

const GRANTED = 'COURTESY';

/** Claims a second and how long one took, ms. */
export interface ClaimFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Files so many granted claims, one a request, with so many in flight, while the workers post what was granted. */
export async function measureClaims(
  service: BenchService,
  program: string,
  count: number,
  inFlight: number,
): Promise<ClaimFigures> {
  const lives = await createLives(service, program, count, true);
  await waitUntilPosted(service);
  const { each, tookMs } = await runInFlight(count, inFlight, async (index) => {
    const id = lives.ids[index] ?? '';
    const reason = await service.client.fileClaim(`${program}-${id}`, buildClaim(lives, id));
    if (reason !== GRANTED) throw new Error(`the claim of ${id} ended as ${reason}`);
  });
  await waitUntilPosted(service);
  return { perSecond: (count / tookMs) * 1_000, p50: percentile(each, 0.5), p99: percentile(each, 0.99) };
}
