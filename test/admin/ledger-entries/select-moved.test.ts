import { describe, expect, it } from 'vitest';
import { selectMoved, sumPostings } from '../../../admin/ledger-entries/select-moved.ts';

const POSTINGS = [
  { account: 'lot/a', commodity: 'credit:anumi', amount: 3 },
  { account: 'lot/b', commodity: 'credit:anumi', amount: 1 },
  { account: 'credits_issued', commodity: 'credit:anumi', amount: -4 },
  { account: 'sales', commodity: 'EUR', amount: -999 },
  { account: 'provider/polar', commodity: 'EUR', amount: 999 },
];

describe('an entry', () => {
  it('moves what goes into its accounts, each commodity apart', () => {
    expect(selectMoved(POSTINGS)).toEqual([
      { commodity: 'credit:anumi', amount: 4 },
      { commodity: 'EUR', amount: 999 },
    ]);
  });

  it('sums to zero, or it is seen', () => {
    expect(sumPostings(POSTINGS, 'EUR')).toBe(0);
    expect(sumPostings(POSTINGS.slice(0, 1), 'credit:anumi')).toBe(3);
  });
});
