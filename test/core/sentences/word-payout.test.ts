import { expect, it } from 'vitest';
import { PAYOUT_STATUSES } from '../../../server/core/payouts/payout.ts';
import { wordPayout } from '../../../server/core/sentences/word-payout.ts';

it.each([
  ['failed', 'refused', 'sandbox refused it for good, and no money moved. Its reason: refused.'],
  ['rejected', undefined, 'sandbox did not approve it, and no money moved.'],
  [
    'reversed',
    'failed_after_settlement',
    'It failed at sandbox after it had settled; the money was booked back. Its reason: failed after settlement.',
  ],
] as const)('a payout that is %s (%s) says why', (status, failureCode, words) => {
  expect(wordPayout({ status, provider: 'sandbox', ...(failureCode === undefined ? {} : { failureCode }) })).toBe(
    words,
  );
});

it('every status has words of its own, and a reason of before is not told of a payout that went well', () => {
  const words = PAYOUT_STATUSES.map((status) => wordPayout({ status, provider: 'polar', failureCode: 'slow' }));
  expect(new Set(words).size).toBe(PAYOUT_STATUSES.length);
  expect(wordPayout({ status: 'settled', provider: 'polar', failureCode: 'slow' })).toBe('polar settled it.');
});
