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

  it('that two lost disputes charged back twice say so, and can still be written', async () => {
    const { admin, stores } = harness;
    const disputes = ['d1', 'd2'].map((id) => ({ id, openedAt: 1, closedAt: 2, outcome: 'lost' as const }));
    const order = sampleOrder('eve', 'twofold', { disputes });
    await stores.units.commit(
      sampleUnit({
        guards: [{ customer: sampleCustomer('eve'), isNew: true }],
        orders: [{ doc: order, isNew: true }],
        entries: ['a', 'b'].map((key) => ({ ...chargedBack('twofold', 999), id: key, key })),
      }),
    );
    await moneyBack.up(admin.client.db(admin.connection.name));
    const file = (await stores.files.load([keyOf('eve')], [])).get(keyOf('eve'));
    const doc = { ...order, ...file?.orders.get('twofold'), refundedExternallyMinor: 1, overRefundedMinor: 1_000 };
    expect(doc.chargedBackMinor).toBe(1_998);
    expect(await stores.units.commit(sampleUnit({ orders: [{ doc, isNew: false }] }))).toBe('committed');
  });

  it('are not stored with less than nothing charged back', async () => {
    const order = sampleOrder(WHO, 'less', { chargedBackMinor: -1 });
    const unit = sampleUnit({ orders: [{ doc: order, isNew: true }] });
    await expect(harness.stores.units.commit(unit)).rejects.toThrow();
  });
});
