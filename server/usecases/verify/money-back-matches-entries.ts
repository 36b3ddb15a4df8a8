import type { Order } from '../../core/customers/customer-file.ts';
import { ACCOUNTS, providerAccount } from '../../core/ledger/draft-entry.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { sumReturnedMinor } from '../../core/payouts/over-refunded.ts';
import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** Orders that are named; the others count as looked at. */
const MOST_NOTES = 20;

/** What the entries of one order moved at its provider, and into charge-backs; minor units. */
interface OrderFold {
  readonly atProvider: number;
  readonly chargedBack: number;
}

/**
 * Of every order: charge-backs are those of the ledger; what its provider still holds is the price less all that went
 * back; and whatever went back beyond the price is listed as such. Charge-backs alone that are beyond it are worth a note:
 * nothing books them any more, and orders of before have them listed.
 */
export const moneyBackMatchesEntries: Invariant = {
  name: 'refunds and charge-backs of every order fit its price, and its provider’s account',
  async check(audit) {
    const folds = await foldOrders(audit);
    const notes: string[] = [];
    let count = 0;
    for await (const order of audit.orders()) {
      count += 1;
      const problem = findProblem(order, folds.get(order.key) ?? { atProvider: 0, chargedBack: 0 });
      if (problem !== null) return { checked: countOf(count, 'order'), violation: `order ${order.key} ${problem}` };
      const { chargedBackMinor = 0, amountMinor, currency } = order;
      if (chargedBackMinor > amountMinor && notes.length < MOST_NOTES)
        notes.push(
          `order ${order.key} was charged back ${formatMoney(chargedBackMinor, currency)} of ${formatMoney(amountMinor, currency)} paid`,
        );
    }
    return { checked: countOf(count, 'order'), ...(notes.length === 0 ? {} : { notes }) };
  },
};

function findProblem(order: Order, fold: OrderFold): string | null {
  const { amountMinor, chargedBackMinor = 0, overRefundedMinor } = order;
  if (chargedBackMinor !== fold.chargedBack)
    return `says ${chargedBackMinor} charged back, its entries ${fold.chargedBack}`;
  const returned = sumReturnedMinor(order);
  const left = amountMinor - returned;
  if (fold.atProvider !== left)
    return `should leave ${left} with ${order.provider}, its entries leave ${fold.atProvider}`;
  const over = Math.max(0, returned - amountMinor);
  return over === overRefundedMinor
    ? null
    : `gave back ${returned} of ${amountMinor} paid, and lists ${overRefundedMinor} as too much`;
}

async function foldOrders(audit: LedgerAudit): Promise<Map<string, OrderFold>> {
  const providers = new Map<string, string>();
  for await (const order of audit.orders()) providers.set(order.key, providerAccount(order.provider));
  const folds = new Map<string, OrderFold>();
  for await (const { program, orderId, postings } of audit.entries()) {
    if (orderId === undefined) continue;
    const key = `${program}/${orderId}`;
    const account = providers.get(key);
    let { atProvider, chargedBack } = folds.get(key) ?? { atProvider: 0, chargedBack: 0 };
    for (const posting of postings) {
      if (posting.account === account) atProvider += posting.amount;
      else if (posting.account === ACCOUNTS.chargebacks) chargedBack += posting.amount;
    }
    folds.set(key, { atProvider, chargedBack });
  }
  return folds;
}
