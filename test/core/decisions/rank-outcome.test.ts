import { describe, expect, it } from 'vitest';
import { rankOutcome, type Rankable } from '../../../server/core/decisions/rank-outcome.ts';

const FROM_WORST: readonly (readonly Rankable[])[] = [
  [{ disposition: 'denied', remedy: null }],
  [{ disposition: 'no_action', remedy: null }],
  [{ disposition: 'needs_info', remedy: null }],
  [{ disposition: 'referred', remedy: null }],
  [
    { disposition: 'granted', remedy: 'credit_restore' },
    { disposition: 'granted', remedy: 'courtesy_credit' },
  ],
  [{ disposition: 'granted', remedy: 'cash_pro_rata' }],
  [{ disposition: 'granted', remedy: 'cash_full' }],
];

describe('rankOutcome', () => {
  it('orders outcomes by what they are worth to the customer', () => {
    expect(FROM_WORST.map((equals) => equals.map(rankOutcome))).toEqual([[0], [1], [2], [3], [4, 4], [5], [6]]);
  });

  it('refuses a grant of nothing named', () => {
    expect(() => rankOutcome({ disposition: 'granted', remedy: null })).toThrow(/without a remedy/);
  });
});
