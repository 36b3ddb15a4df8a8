import { describe, expect, it } from 'vitest';
import { GOLDEN_INSTANT } from '../../server/contract/rules/golden-case-schema.ts';
import { resolveGoldenInstant } from '../../server/usecases/golden/resolve-golden-instant.ts';

const ANCHORS = { claim: 1_000_000_000, decision: 2_000_000_000 };
const DAY = 86_400_000;

describe('resolveGoldenInstant', () => {
  it.each([
    ['the claim', ANCHORS.claim],
    ['the decision', ANCHORS.decision],
    ['14d before the claim', ANCHORS.claim - 14 * DAY],
    ['14d+1ms before the claim', ANCHORS.claim - 14 * DAY - 1],
    ['90d-1ms before the decision', ANCHORS.decision - 90 * DAY + 1],
    ['1h+30m+5s after the claim', ANCHORS.claim + 5_405_000],
    ['2026-11-20T12:00:00Z', Date.UTC(2026, 10, 20, 12)],
    ['2026-11-20T12:00:00.001+01:00', Date.UTC(2026, 10, 20, 11, 0, 0, 1)],
  ])('reads "%s"', (words, at) => {
    expect(words).toMatch(GOLDEN_INSTANT);
    expect(resolveGoldenInstant(words, ANCHORS)).toBe(at);
  });

  it.each(['yesterday', '14 days before the claim', '1w before the claim', '1d before', ''])(
    'refuses "%s"',
    (words) => {
      expect(words).not.toMatch(GOLDEN_INSTANT);
      expect(() => resolveGoldenInstant(words, ANCHORS)).toThrow(RangeError);
    },
  );
});
