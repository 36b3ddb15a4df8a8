import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moneyBack } from '../../server/stores/migrations/0005-money-back.ts';
import { sampleEntry, sampleOrder, sampleUnit, keyOf, sampleCustomer } from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const WHO = 'ada';
const LOST = [{ id: 'd', openedAt: 1, closedAt: 2, outcome: 'lost' as const }];
const chargedBack = (orderId: string, amount: number) =>
  sampleEntry(WHO, `event/${orderId}`, {
    kind: 'dispute_lost',
    orderId,
    postings: [
      { account: 'provider/sandbox', commodity: 'EUR', amount: -amount },
      { account: 'chargebacks', commodity: 'EUR', amount },
    ],
  });

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describe('orders from before charge-backs were kept', () => {
  it('get what the ledger says, once, however often it is looked up', async () => {
    const orders = [
      sampleOrder(WHO, 'lost', { disputes: LOST }),
      sampleOrder(WHO, 'refunded', { refundedMinor: 100, cashSettled: true, disputes: LOST }),
      sampleOrder(WHO, 'twice', { refundedExternallyMinor: 100, disputes: LOST }),
      sampleOrder(WHO, 'calm'),
    ];
    await harness.stores.units.commit(
      sampleUnit({
        guards: [{ customer: sampleCustomer(WHO), isNew: true }],
        orders: orders.map((doc) => ({ doc, isNew: true })),
        entries: [chargedBack('lost', 999), chargedBack('refunded', 899), chargedBack('twice', 999)],
      }),
    );
    const { admin } = harness;
    const db = admin.client.db(admin.connection.name);
    await moneyBack.up(db);
    await moneyBack.up(db);
    const file = (await harness.stores.files.load([keyOf(WHO)], [])).get(keyOf(WHO));
    expect(file?.orders.get('lost')).toEqual({ ...orders[0], chargedBackMinor: 999 });
    expect(file?.orders.get('refunded')).toEqual({ ...orders[1], chargedBackMinor: 899, refundsSettled: 1 });
    expect(file?.orders.get('twice')).toMatchObject({ chargedBackMinor: 999, overRefundedMinor: 100 });
    expect(file?.orders.get('calm')).toEqual(orders[3]);
  });

  it('are not stored with more charged back than was paid', async () => {
    const order = sampleOrder(WHO, 'more', { chargedBackMinor: 1_000 });
    const unit = sampleUnit({ orders: [{ doc: order, isNew: true }] });
    await expect(harness.stores.units.commit(unit)).rejects.toThrow();
  });
});
