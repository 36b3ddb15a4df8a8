import { checkBalanced } from '../../core/ledger/draft-entry.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** Every entry sums to zero per commodity, in whole non-zero amounts. */
export const entriesBalance: Invariant = {
  name: 'every ledger entry sums to zero per commodity',
  async check(audit) {
    let count = 0;
    for await (const entry of audit.entries()) {
      count += 1;
      const checked = countOf(count, 'entry', 'entries');
      const wrong = entry.postings.find(({ amount }) => !Number.isSafeInteger(amount) || amount === 0);
      if (wrong !== undefined)
        return { checked, violation: `entry ${entry.key} posts ${wrong.amount} to ${wrong.account}` };
      const [off] = checkBalanced(entry.postings);
      if (off !== undefined) return { checked, violation: `entry ${entry.key} is off by ${off[1]} of ${off[0]}` };
    }
    return { checked: countOf(count, 'entry', 'entries') };
  },
};
