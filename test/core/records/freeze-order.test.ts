import { describe, expect, it } from 'vitest';
import type { WorkingFile } from '../../../server/core/customers/working-file.ts';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { buildEvent, buildFile, charged, NOON, orderPaid, play } from '../../builders/working-file.ts';
import { buildMark, freeze } from './frozen.ts';

const DAY = 86_400_000;
const opened = (disputeId: string, time: number) => buildEvent('dispute.opened', { disputeId, orderId: 'o' }, time);
const closed = (disputeId: string, outcome: 'won' | 'lost', time: number) =>
  buildEvent('dispute.closed', { disputeId, orderId: 'o', outcome }, time);
const withOrder = (): WorkingFile => {
  const file = buildFile();
  play(file, orderPaid());
  return file;
};

describe('the previous same order', () => {
  const previous = (...orders: Parameters<typeof orderPaid>[]) => {
    const file = withOrder();
    for (const order of orders) play(file, orderPaid(...order));
    return freeze(file).order?.previousSameOrderPaidAt;
  };

  it('is the latest one before of the same sku, amount and currency', () => {
    expect(previous()).toBeUndefined();
    expect(
      previous([{ orderId: 'a' }, NOON - DAY], [{ orderId: 'b' }, NOON - 5], [{ orderId: 'later' }, NOON + 5]),
    ).toBe(NOON - 5);
    expect(
      previous(
        [{ orderId: 'a', sku: 'x' }, NOON - 5],
        [{ orderId: 'b', amountMinor: 1_000 }, NOON - 5],
        [{ orderId: 'd', currency: 'USD' }, NOON - 5],
      ),
    ).toBeUndefined();
  });

  it('may have been paid in the same millisecond', () => {
    expect(previous([{ orderId: 'twin' }, NOON])).toBe(NOON);
  });
});

describe('of several disputes', () => {
  it('an open one comes before a lost one before a won one', () => {
    const file = withOrder();
    expect(freeze(file).order).toMatchObject({ dispute: 'none' });
    play(file, opened('1', NOON + 1), closed('1', 'won', NOON + 2));
    expect(freeze(file).order).toMatchObject({ dispute: 'won', disputeOpenedAt: NOON + 1 });
    play(file, opened('2', NOON + 3), closed('2', 'lost', NOON + 4));
    expect(freeze(file).order).toMatchObject({ dispute: 'lost', disputeOpenedAt: NOON + 3 });
    play(file, opened('3', NOON + 5));
    expect(freeze(file).order).toMatchObject({ dispute: 'open', disputeOpenedAt: NOON + 5 });
  });
});

describe('contact before a dispute', () => {
  const contacted = (file: WorkingFile, claim: Parameters<typeof freeze>[1] = {}) =>
    freeze(file, claim).order?.contactedBeforeDispute;
  const disputed = (): WorkingFile => {
    const file = withOrder();
    play(file, opened('1', NOON + 100));
    return file;
  };

  it('is a claim about this order that was sent before it opened, to the millisecond', () => {
    for (const [mark, expected] of [
      [buildMark({ orderId: 'o', sentAt: NOON + 99 }), true],
      [buildMark({ orderId: 'o', sentAt: NOON + 100 }), false],
      [buildMark({ orderId: 'o', sentAt: NOON, needsInfo: true }), true],
      [buildMark({ orderId: 'o', sentAt: NOON, automatic: true }), false],
      [buildMark({ orderId: 'other', sentAt: NOON }), false],
      [buildMark({ orderId: 'other', alsoOrderIds: ['o'], generationId: 'g', sentAt: NOON }), true],
    ] as const) {
      const file = disputed();
      file.editCustomer().claims.push(mark);
      expect(contacted(file)).toBe(expected);
    }
  });

  it('may be the very claim that is decided, where it was sent in time', () => {
    expect(contacted(disputed(), { sentAt: NOON + 99 })).toBe(true);
    expect(contacted(disputed(), { sentAt: NOON + 100 })).toBe(false);
    expect(contacted(disputed(), { sentAt: NOON + 99, automatic: true })).toBe(false);
  });

  it('is not known where a claim since the payment may have been dropped, unless one tells', () => {
    const file = disputed();
    const customer = file.editCustomer();
    customer.droppedUntil = { claims: NOON - 1, automatic: NOON + 50 };
    expect(contacted(file)).toBe(false);
    customer.droppedUntil = { claims: NOON };
    expect(contacted(file)).toBeUndefined();
    expect(deriveFacts(freeze(file))['order.contactedBeforeDispute']).toBe(UNKNOWN);
    customer.claims.push(buildMark({ orderId: 'o', sentAt: NOON + 99 }));
    expect(contacted(file)).toBe(true);
  });

  it('is no question without a dispute', () => {
    expect(contacted(withOrder(), { sentAt: NOON })).toBe(false);
  });
});

describe('money and credits', () => {
  it('are those of the order and its lot, a waiver counting only from the purchase', () => {
    const file = buildFile();
    play(file, orderPaid({ withdrawalWaivedAt: NOON, method: 'card' }), charged({ credits: 30 }));
    expect(freeze(file).order).toMatchObject({
      amountMinor: 999,
      creditsBought: 100,
      method: 'card',
      withdrawalWaived: true,
      lot: { remaining: 70, consumed: 30 },
    });
    const late = buildFile();
    play(late, orderPaid({ withdrawalWaivedAt: NOON + 1 }));
    expect(freeze(late).order).toMatchObject({ withdrawalWaived: false });
  });

  it('without a lot are a broken invariant', () => {
    const file = withOrder();
    file.findLot = () => undefined;
    expect(() => freeze(file)).toThrow('has no lot');
  });
});
