import { creditsOf, lotAccount } from '../../core/ledger/draft-entry.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** What remains of a lot is the sum of all postings to its account, and no account is without its lot. */
export const lotsEqualFolds: Invariant = {
  name: 'every lot’s balance equals the fold of its postings',
  async check(audit) {
    const folds = new Map<string, number>();
    for await (const { postings } of audit.entries()) {
      for (const { account, commodity, amount } of postings) {
        if (!account.startsWith('lot/')) continue;
        const name = `${commodity} ${account}`;
        folds.set(name, (folds.get(name) ?? 0) + amount);
      }
    }
    let count = 0;
    for await (const lot of audit.lots()) {
      count += 1;
      const name = `${creditsOf(lot.program)} ${lotAccount(lot.lotId)}`;
      const fold = folds.get(name) ?? 0;
      if (fold !== lot.remaining) {
        return {
          checked: countOf(count, 'lot'),
          violation: `lot ${lot.key} says ${lot.remaining}, its postings sum to ${fold}`,
        };
      }
      folds.delete(name);
    }
    const [orphan] = folds;
    const checked = countOf(count, 'lot');
    return orphan === undefined
      ? { checked }
      : { checked, violation: `postings of ${orphan[1]} to ${orphan[0]}, which is no lot` };
  },
};
