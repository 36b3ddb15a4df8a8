import { measureClaims } from './claims.ts';
import type { ClaimFigures } from './claims.ts';
import { measureEvents } from './events.ts';
import { measureLatency } from './latency.ts';
import type { LatencyFigures } from './latency.ts';
import type { Baseline } from './support-baseline.ts';
import { createLives } from './support-lives.ts';
import type { BenchService } from './support-service.ts';
import { median } from './support-stats.ts';

const CASES = 3_000;
const CLAIMS = 2_000;
const ALONE = 200;
const BARE = 1_500;
const RATE = 200;
const SECONDS = 8;

/** What one round measured; throughputs are cases a second, each beside the bare transactions right before and after it. */
export interface RoundFigures {
  readonly events: number;
  readonly eventsBare: number;
  readonly claims64: ClaimFigures;
  readonly claims64Bare: number;
  readonly claims256: ClaimFigures;
  readonly claims256Bare: number;
  readonly alone: number;
  readonly aloneBare: number;
  readonly latency: LatencyFigures;
}

/** One round: bare transactions and the service take turns. */
export async function collectRound(
  service: BenchService,
  program: string,
  baseline: Baseline,
  inFlight: number,
): Promise<RoundFigures> {
  const bare = (): Promise<number> => baseline.measureThroughput(BARE, inFlight);
  const first = await bare();
  const events = await measureEvents(service, program, CASES);
  const second = await bare();
  const claims64 = await measureClaims(service, program, CLAIMS, 64);
  const third = await bare();
  const claims256 = await measureClaims(service, program, CLAIMS, 256);
  const fourth = await bare();
  const { ids } = await createLives(service, 'anumi', ALONE, false);
  const aloneBare = median(await baseline.measureAlone(ALONE, ids));
  const alone = (await measureClaims(service, program, ALONE, 1)).p50;
  const aloneBareAgain = median(await baseline.measureAlone(ALONE, ids));
  const latency = await measureLatency(service, program, RATE, SECONDS);
  return {
    events,
    eventsBare: (first + second) / 2,
    claims64,
    claims64Bare: (second + third) / 2,
    claims256,
    claims256Bare: (third + fourth) / 2,
    alone,
    aloneBare: (aloneBare + aloneBareAgain) / 2,
    latency,
  };
}
