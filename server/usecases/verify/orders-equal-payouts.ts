import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import { isOpen } from '../../core/payouts/payout-state.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** Money of one order that went back, and that is promised. Minor units. */
interface Refunds {
  refunded: number;
  refunding: number;
}

/** What an order says of its refunds is what the payouts and the promises not yet posted say. */
export const ordersEqualPayouts: Invariant = {
  name: 'every order’s refunds equal its payouts',
  async check(audit) {
    const sums = await sumRefunds(audit);
    let count = 0;
    for await (const order of audit.orders()) {
      count += 1;
      const sum = sums.get(order.key) ?? { refunded: 0, refunding: 0 };
      if (sum.refunded !== order.refundedMinor || sum.refunding !== order.refundingMinor) {
        const said = `says ${order.refundedMinor} refunded and ${order.refundingMinor} promised`;
        return {
          checked: countOf(count, 'order'),
          violation: `order ${order.key} ${said}, its payouts ${sum.refunded} and ${sum.refunding}`,
        };
      }
    }
    return { checked: countOf(count, 'order') };
  },
};

async function sumRefunds(audit: LedgerAudit): Promise<Map<string, Refunds>> {
  const sums = new Map<string, Refunds>();
  const add = (key: string, part: keyof Refunds, amount: number): void => {
    const sum = sums.get(key) ?? { refunded: 0, refunding: 0 };
    sum[part] += amount;
    sums.set(key, sum);
  };
  for await (const payout of audit.payouts()) {
    const key = `${payout.program}/${payout.orderId}`;
    if (payout.status === 'settled') add(key, 'refunded', payout.amountMinor);
    else if (isOpen(payout.status)) add(key, 'refunding', payout.amountMinor);
  }
  const reserved = new Set<string>();
  for await (const { effects } of audit.cases()) {
    for (const effect of effects)
      if (effect.kind === 'cash_refund' && effect.state === 'reserved') reserved.add(effect.key);
  }
  for await (const { program, decision } of audit.decisions()) {
    for (const effect of decision.effects) {
      if (effect.kind === 'cash_refund' && reserved.has(effect.key))
        add(`${program}/${effect.orderId}`, 'refunding', effect.amountMinor);
    }
  }
  return sums;
}
