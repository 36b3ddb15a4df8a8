import type { Order } from '../../core/customers/customer-file.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/**
 * We never refund, nor promise, more than was paid. What a provider refunds on its own is no promise of ours: a decision
 * is judged by what it knew of that when it reserved, which its record says.
 */
export const ordersWithinPaid: Invariant = {
  name: 'refunded and promised never exceed what was paid, as known when promised',
  async check(audit) {
    let orders = 0;
    for await (const order of audit.orders()) {
      orders += 1;
      const problem = checkOrder(order);
      if (problem !== null) return { checked: countOf(orders, 'order'), violation: `order ${order.key}: ${problem}` };
    }
    let refunds = 0;
    for await (const stored of audit.decisions()) {
      for (const effect of stored.decision.effects) {
        if (effect.kind !== 'cash_refund') continue;
        refunds += 1;
        const problem = checkPromise(stored, effect.amountMinor);
        if (problem !== null)
          return { checked: countOf(refunds, 'refund'), violation: `decision ${stored.id}: ${problem}` };
      }
    }
    return { checked: `${countOf(orders, 'order')}, ${countOf(refunds, 'promised refund')}` };
  },
};

function checkOrder(order: Order): string | null {
  const { refundedMinor, refundingMinor, refundedExternallyMinor, overRefundedMinor, amountMinor } = order;
  const { chargedBackMinor = 0 } = order;
  const amounts = {
    refundedMinor,
    refundingMinor,
    refundedExternallyMinor,
    chargedBackMinor,
    overRefundedMinor,
    amountMinor,
  };
  const below = Object.entries(amounts).find(([, amount]) => !Number.isSafeInteger(amount) || amount < 0);
  if (below !== undefined) return `${below[0]} is ${below[1]}`;
  return refundedMinor + refundingMinor > amountMinor
    ? `${refundedMinor} refunded and ${refundingMinor} promised of ${amountMinor} paid`
    : null;
}

function checkPromise({ record }: StoredDecision, amountMinor: number): string | null {
  const { order } = record;
  if (order === undefined) return 'promises money, and its record knows no order';
  const known = order.refundedMinor + order.refundingMinor + order.refundedExternallyMinor;
  return known + amountMinor > order.amountMinor
    ? `promised ${amountMinor} with ${known} of ${order.amountMinor} known to be refunded or promised`
    : null;
}
