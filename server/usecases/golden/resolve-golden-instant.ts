import { GOLDEN_INSTANT } from '../../contract/rules/golden-case-schema.ts';
import type { GoldenInstant } from '../../contract/rules/golden-case-schema.ts';

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The two instants (epoch ms) to which a golden case's words refer. */
export interface GoldenAnchors {
  readonly claim: number;
  readonly decision: number;
}

function sumLength(words: string): number {
  let total = 0;
  for (const [, sign, digits, unit] of words.matchAll(/([+-]?)(\d+)(ms|s|m|h|d)/gu)) {
    const part = Number(digits) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
    total += sign === '-' ? -part : part;
  }
  return total;
}

/**
 * The epoch ms that a golden case's words mean: an RFC 3339 instant, `the claim`, `the decision`, or
 * `14d+1ms before the claim`. A day is 24 hours here.
 * @throws RangeError where the words are of no such form.
 */
export function resolveGoldenInstant(words: GoldenInstant, anchors: GoldenAnchors): number {
  if (!GOLDEN_INSTANT.test(words)) throw new RangeError(`"${words}" is no instant`);
  const relative = /^(?:(\S+) (before|after) )?the (claim|decision)$/u.exec(words);
  const at = relative
    ? anchors[relative[3] === 'claim' ? 'claim' : 'decision'] +
      sumLength(relative[1] ?? '') * (relative[2] === 'before' ? -1 : 1)
    : Date.parse(words);
  if (!Number.isSafeInteger(at)) throw new RangeError(`"${words}" is no instant`);
  return at;
}
