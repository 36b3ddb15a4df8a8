import { describe, expect, it } from 'vitest';
import { deriveOrderFacts, type OrderFacts } from '../../../server/core/facts/derive-order-facts.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { selectFactSources, type Absence } from '../../../server/core/facts/select-fact-sources.ts';
import { buildCaseRecord, buildIncident, DECIDED_AT, PAID_AT, SENT_AT } from '../../builders/case-record.ts';
import type { DeepPartial } from '../../builders/deep-partial.ts';

function derive(order: DeepPartial<NonNullable<CaseRecord['order']>>, rest: DeepPartial<CaseRecord> = {}): OrderFacts {
  const record = buildCaseRecord({ ...rest, order });
  return deriveOrderFacts(record, selectFactSources(record).order);
}

describe('order.provider and order.method', () => {
  it('are as reported; a method may be unknown', () => {
    expect(derive({ provider: 'alipay', method: 'balance' })).toMatchObject({ provider: 'alipay', method: 'balance' });
    expect(derive({}).method).toBe(UNKNOWN);
  });
});

describe('order.paidToClaim', () => {
  it("runs from the payment to the claim's sending in the customer's zone, not to receipt nor decision", () => {
    const facts = derive({}, { customer: { zone: 'Asia/Shanghai' }, claim: { receivedAt: SENT_AT + 60_000 } });
    expect(facts.paidToClaim).toEqual({ from: PAID_AT, to: SENT_AT, zone: 'Asia/Shanghai' });
  });

  it('may be empty; one that would be negative is unknown', () => {
    expect(derive({ paidAt: SENT_AT }).paidToClaim).toEqual({ from: SENT_AT, to: SENT_AT, zone: 'UTC' });
    expect(derive({ paidAt: SENT_AT + 1 }).paidToClaim).toBe(UNKNOWN);
  });
});

describe("credits of the order's lot", () => {
  it.each([
    ['untouched', { remaining: 100 }, { creditsUsedNet: 0, creditsLeft: 100, accessBegan: false }],
    ['partly used', { remaining: 95, consumed: 5 }, { creditsUsedNet: 5, creditsLeft: 95, accessBegan: true }],
    [
      'a restore promised',
      { remaining: 95, consumed: 5, restoring: 5 },
      { creditsUsedNet: 0, creditsLeft: 100, accessBegan: true },
    ],
    [
      'the same restore posted',
      { remaining: 100, consumed: 5, restored: 5 },
      { creditsUsedNet: 0, creditsLeft: 100, accessBegan: true },
    ],
    [
      'one restored, one promised, one gone',
      { remaining: 90, consumed: 15, restored: 5, restoring: 5 },
      { creditsUsedNet: 5, creditsLeft: 95, accessBegan: true },
    ],
    ['held', { remaining: 100, held: 100 }, { creditsUsedNet: 0, creditsLeft: 100, accessBegan: false }],
    ['being forfeited', { remaining: 100, forfeiting: 40 }, { creditsUsedNet: 0, creditsLeft: 60, accessBegan: false }],
    ['used up', { remaining: 0, consumed: 100 }, { creditsUsedNet: 100, creditsLeft: 0, accessBegan: true }],
    ['voided', { remaining: 0, voided: 100 }, { creditsUsedNet: 0, creditsLeft: 0, accessBegan: false }],
  ])('%s', (_, lot, expected) => {
    expect(derive({ lot })).toMatchObject({ creditsBought: 100, ...expected });
  });

  it('tells apart what was spent and what was delivered', () => {
    expect(derive({ lot: { remaining: 90, consumed: 10, delivered: 5 } })).toMatchObject({
      creditsUsedNet: 10,
      creditsDelivered: 5,
    });
  });
});

describe('what is left to refund', () => {
  it.each([
    ['nothing refunded', {}, { refundableMinor: 999, fullyRefunded: false, refundUnderWay: false }],
    ['a part settled', { refundedMinor: 300 }, { refundableMinor: 699, fullyRefunded: false, refundUnderWay: false }],
    ['a part under way', { refundingMinor: 300 }, { refundableMinor: 699, fullyRefunded: false, refundUnderWay: true }],
    ['all but a cent', { refundedMinor: 998 }, { refundableMinor: 1, fullyRefunded: false, refundUnderWay: false }],
    ['all settled', { refundedMinor: 999 }, { refundableMinor: 0, fullyRefunded: true, refundUnderWay: false }],
    ['all under way', { refundingMinor: 999 }, { refundableMinor: 0, fullyRefunded: true, refundUnderWay: true }],
    [
      'all by others',
      { refundedExternallyMinor: 999 },
      { refundableMinor: 0, fullyRefunded: true, externallyRefundedMinor: 999 },
    ],
    [
      'all by the three together',
      { refundedMinor: 333, refundingMinor: 333, refundedExternallyMinor: 333 },
      { refundableMinor: 0, fullyRefunded: true, refundUnderWay: true },
    ],
    [
      'more than was paid',
      { refundedMinor: 999, refundedExternallyMinor: 1 },
      { refundableMinor: 0, fullyRefunded: true, externallyRefundedMinor: 1 },
    ],
  ])('%s', (_, order, expected) => {
    expect(derive(order)).toMatchObject(expected);
  });

  it('counts a settled pro rata payout as a full refund once no credits are left', () => {
    const settled = { refundedMinor: 340, cashSettled: true };
    expect(derive({ ...settled, lot: { remaining: 0, voided: 34 } }).fullyRefunded).toBe(true);
    expect(derive({ ...settled, lot: { remaining: 1 } }).fullyRefunded).toBe(false);
    expect(derive({ ...settled, lot: { remaining: 0, restoring: 1 } }).fullyRefunded).toBe(false);
    expect(derive({ refundedMinor: 340, lot: { remaining: 0, consumed: 100 } }).fullyRefunded).toBe(false);
  });

  it('does not call an order that cost nothing refunded', () => {
    expect(derive({ amountMinor: 0 })).toMatchObject({ refundableMinor: 0, fullyRefunded: false });
  });
});

describe('order.duplicateConfirmed', () => {
  it('needs the order that this one duplicates', () => {
    expect(derive({}).duplicateConfirmed).toBe(false);
    expect(derive({ duplicateOfOrderId: 'order-0' }).duplicateConfirmed).toBe(true);
  });
});

describe('order.previousSameOrderToThis', () => {
  it('is not applicable without such an order', () => {
    expect(derive({}).previousSameOrderToThis).toBe(NOT_APPLICABLE);
  });

  it('runs from that order to this one', () => {
    const interval = { from: PAID_AT - 90_000, to: PAID_AT, zone: 'UTC' };
    expect(derive({ previousSameOrderPaidAt: PAID_AT - 90_000 }).previousSameOrderToThis).toEqual(interval);
    expect(derive({ previousSameOrderPaidAt: PAID_AT + 1 }).previousSameOrderToThis).toBe(UNKNOWN);
  });
});

describe('disputes and waivers', () => {
  it.each(['none', 'open', 'won', 'lost'] as const)('a dispute that is %s', (dispute) => {
    expect(derive({ dispute }).dispute).toBe(dispute);
  });

  it('are as recorded', () => {
    expect(derive({ contactedBeforeDispute: true, withdrawalWaived: false })).toMatchObject({
      contactedBeforeDispute: true,
      withdrawalWaived: false,
    });
    expect(derive({ contactedBeforeDispute: false, withdrawalWaived: true })).toMatchObject({
      contactedBeforeDispute: false,
      withdrawalWaived: true,
    });
  });
});

describe('outages', () => {
  it("are counted from this order's payment, for this claim, to this decision", () => {
    const facts = derive({}, { incidents: [buildIncident({ openedAt: PAID_AT - 5, remedyOffered: false })] });
    expect(facts).toMatchObject({
      longestOutage: DECIDED_AT - PAID_AT,
      outageOpen: true,
      outageRemedyOffered: false,
    });
    expect(derive({}, { incidents: [buildIncident({ openedAt: SENT_AT })] }).longestOutage).toBe(0);
  });
});

describe('without an order', () => {
  it.each<Absence>([UNKNOWN, NOT_APPLICABLE])('every fact is %s', (absence) => {
    const facts = deriveOrderFacts(buildCaseRecord(), absence);
    expect(new Set(Object.values(facts))).toEqual(new Set([absence]));
    expect(Object.keys(facts)).toEqual(Object.keys(derive({})));
  });
});

describe('what disputes took', () => {
  it('cannot be refunded, and does not make an order look refunded', () => {
    expect(derive({ amountMinor: 999, chargedBackMinor: 999, dispute: 'open' })).toMatchObject({
      refundableMinor: 0,
      fullyRefunded: false,
      dispute: 'open',
    });
    expect(derive({ amountMinor: 999, chargedBackMinor: 599, refundedExternallyMinor: 300 })).toMatchObject({
      refundableMinor: 100,
      fullyRefunded: false,
    });
  });
});
