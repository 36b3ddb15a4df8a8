import { resolveDurationMs } from '../../../server/contract/policy-vocabulary.ts';
import type { CapValue } from '../../../server/contract/policy-vocabulary.ts';

/** An example of a cap that is reached: when its grants were made, and when the oldest leaves the period (epoch ms). */
export interface CapExample {
  readonly grantedAt: readonly number[];
  readonly beganAt: number;
  readonly roomAgainAt: number;
}

/** More than this many dots on a line are one bar. */
const MOST_DOTS = 24;

/**
 * As many grants as a cap allows, spread over the period that ends at `nowAt` (epoch ms); null where it allows none, or
 * more than can be told apart.
 */
export function exampleOfCap({ count, per }: CapValue, nowAt: number): CapExample | null {
  const perMs = resolveDurationMs(per);
  if (count < 1 || count > MOST_DOTS || perMs === 0) return null;
  const gap = Math.floor(perMs / (count + 1));
  const grantedAt = Array.from({ length: count }, (_, index) => nowAt - (count - index) * gap);
  return { grantedAt, beganAt: nowAt - perMs, roomAgainAt: (grantedAt[0] ?? nowAt) + perMs };
}
