import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeProRataMinor } from '../../../server/core/money/compute-pro-rata-minor.ts';

describe('computeProRataMinor', () => {
  it.each([
    ['all credits left', [999, 100, 100, 0, 999], 999],
    ['a third left, rounded down', [999, 34, 100, 0, 999], 339],
    ['a single credit of many, worth less than a cent', [999, 1, 1_000, 0, 999], 0],
    ['none left', [999, 0, 100, 0, 999], 0],
    ['a part refunded by others', [999, 50, 100, 100, 899], 399],
    ['more refunded by others than is unused', [999, 10, 100, 500, 499], 0],
    ['less left to refund than is unused', [999, 90, 100, 0, 100], 100],
    ['nothing left to refund', [999, 90, 100, 0, 0], 0],
    ['an order that bought no credits', [999, 0, 0, 0, 999], 0],
    ['an order that cost nothing', [0, 100, 100, 0, 0], 0],
  ] as const)('%s', (_, [paid, left, bought, others, refundable], expected) => {
    expect(computeProRataMinor(paid, left, bought, others, refundable)).toBe(expected);
  });

  it('keeps the last cent where the product leaves the safe range', () => {
    const paid = Number.MAX_SAFE_INTEGER;
    expect(computeProRataMinor(paid, 999_999, 1_000_000, 0, paid)).toBe(9_007_190_247_541_736);
  });

  it.each([
    [-1, 0, 1, 0, 0],
    [1, 0.5, 1, 0, 0],
    [1, 1, -1, 0, 0],
    [1, 1, 1, Number.NaN, 0],
    [1, 1, 1, 0, 2 ** 53],
  ])('refuses %s, %s, %s, %s, %s', (...values) => {
    expect(() => computeProRataMinor(...(values as [number, number, number, number, number]))).toThrow(RangeError);
  });

  const amount = fc.maxSafeNat();
  const order = fc
    .record({ paid: amount, bought: fc.integer({ min: 1, max: 1_000_000_000 }), others: amount, refundable: amount })
    .chain((values) => fc.record({ ...constants(values), left: fc.integer({ min: 0, max: values.bought }) }));

  it('is the exact quotient rounded down, less others, within its limits', () => {
    fc.assert(
      fc.property(order, ({ paid, left, bought, others, refundable }) => {
        const unused = (BigInt(paid) * BigInt(left)) / BigInt(bought);
        const result = BigInt(computeProRataMinor(paid, left, bought, others, refundable));
        const net = unused - BigInt(others);
        expect(result).toBe(net < 0n ? 0n : net < BigInt(refundable) ? net : BigInt(refundable));
      }),
    );
  });

  it('never gives more for fewer credits, nor back more than all', () => {
    fc.assert(
      fc.property(order, ({ paid, left, bought, others, refundable }) => {
        const result = computeProRataMinor(paid, left, bought, others, refundable);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(Math.min(paid, refundable));
        if (left > 0) {
          const fewer = computeProRataMinor(paid, left - 1, bought, others, refundable);
          expect(fewer).toBeLessThanOrEqual(result);
        }
      }),
    );
  });
});

function constants<T extends Record<string, number>>(values: T): { [K in keyof T]: fc.Arbitrary<number> } {
  const entries = Object.entries(values).map(([key, value]) => [key, fc.constant(value)]);
  return Object.fromEntries(entries) as { [K in keyof T]: fc.Arbitrary<number> };
}
