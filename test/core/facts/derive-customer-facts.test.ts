import { describe, expect, it } from 'vitest';
import { derivePurchaseRefundCycles, deriveRefundHistory } from '../../../server/core/facts/derive-customer-facts.ts';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { buildCaseRecord, DECIDED_AT } from '../../builders/case-record.ts';

const refundedOrders = [
  { orderId: 'a', paidAt: 300, refundedAt: 400 },
  { orderId: 'b', paidAt: 100, refundedAt: 900 },
];
const record = buildCaseRecord({ customer: { paidAt: [100, 200, 300], refundedOrders } });

describe('customer.refundHistory', () => {
  it('sets refunded orders among paid ones, both at the payment and in order', () => {
    expect(deriveRefundHistory(record.customer, DECIDED_AT)).toEqual({
      part: [100, 300],
      whole: [100, 200, 300],
      at: DECIDED_AT,
      truncated: false,
    });
  });

  it('is empty, not unknown, for a customer without orders', () => {
    const { customer } = buildCaseRecord({ customer: { paidAt: [] } });
    expect(deriveRefundHistory(customer, DECIDED_AT)).toMatchObject({ part: [], whole: [] });
  });
});

describe('customer.purchaseRefundCyclesAt', () => {
  it('stands at the refunds, in order, and leaves the record as it was', () => {
    expect(derivePurchaseRefundCycles(record)).toEqual({ instants: [400, 900], at: DECIDED_AT, truncated: false });
    expect(record.customer.refundedOrders).toEqual(refundedOrders);
  });
});

describe("the customer's other facts", () => {
  it('are seen from the decision and say when the history is cut', () => {
    const facts = deriveFacts(
      buildCaseRecord({ customer: { claimedAt: [5], refundedAt: [6], paidAt: [7], historyTruncated: true } }),
    );
    expect(facts['customer.claimedAt']).toEqual({ instants: [5], at: DECIDED_AT, truncated: true });
    expect(facts['customer.refundedAt']).toEqual({ instants: [6], at: DECIDED_AT, truncated: true });
    expect(facts['customer.paidAt']).toEqual({ instants: [7], at: DECIDED_AT, truncated: true });
    expect(facts['customer.refundHistory']).toMatchObject({ truncated: true });
    expect(facts['customer.purchaseRefundCyclesAt']).toMatchObject({ truncated: true });
  });

  it('say so each for its own history, where the record names those that are cut', () => {
    const facts = deriveFacts(
      buildCaseRecord({ customer: { historyTruncated: true, truncated: ['claims', 'refunded_orders'] } }),
    );
    const cut = (name: string) => (facts[name] as { truncated: boolean }).truncated;
    expect(
      ['claimedAt', 'refundedAt', 'paidAt', 'refundHistory', 'purchaseRefundCyclesAt'].map((name) =>
        cut(`customer.${name}`),
      ),
    ).toEqual([true, false, false, true, true]);
  });

  it('are unknown where nobody reported them', () => {
    const facts = deriveFacts(buildCaseRecord({ customer: { country: undefined, isConsumer: undefined } }));
    expect(facts['customer.country']).toBe(UNKNOWN);
    expect(facts['customer.region']).toBe(UNKNOWN);
    expect(facts['customer.isConsumer']).toBe(UNKNOWN);
  });

  it('are as reported, false included', () => {
    const facts = deriveFacts(buildCaseRecord({ customer: { country: 'NO', isConsumer: false, status: 'banned' } }));
    expect(facts['customer.country']).toBe('NO');
    expect(facts['customer.region']).toBe('eu');
    expect(facts['customer.isConsumer']).toBe(false);
    expect(facts['customer.status']).toBe('banned');
  });
});
