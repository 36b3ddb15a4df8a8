import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerFile } from '../../server/core/customers/customer-file.ts';
import { WorkingFile } from '../../server/core/customers/working-file.ts';
import { applyCustomerUpdated } from '../../server/core/events/apply-profile.ts';
import { freezeWallet } from '../../server/core/records/freeze-wallet.ts';
import { createVaultCipher } from '../../server/providers/vault-cipher.ts';
import { createStores } from '../../server/stores/create-stores.ts';
import type { Stores } from '../../server/stores/create-stores.ts';
import { openDatabase } from '../../server/stores/database.ts';
import type { Database } from '../../server/stores/database.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { rowsOfBefore } from '../../server/stores/migrations/0007-rows-of-before.ts';
import { MIGRATIONS } from '../../server/stores/migrations/migrations.ts';
import { buildPayout } from '../builders/refund.ts';
import { buildEvent } from '../builders/working-file.ts';
import { createTestDatabase } from '../setup/database.ts';
import type { TestDatabase } from '../setup/database.ts';
import { keyOf, NOON, PROGRAM, sampleCustomer, sampleOrder, sampleWallet } from '../suites/sample-documents.ts';
import { TEST_SECRET } from './store-harness.ts';

let database: TestDatabase;
let admin: Database;
let stores: Stores;

const raw = (name: string) => admin.client.db(database.name).collection<{ _id: string }>(name);
const stored = <T extends { readonly key: string }>({ key, ...rest }: T, change: object = {}) => ({
  _id: key,
  ...rest,
  ...change,
});
const kept = (id: string, status: string, waitsFor: string[]) => ({
  _id: id,
  program: PROGRAM,
  eventKey: id,
  type: 'customer.updated',
  digest: 'd',
  status,
  code: 'X',
  message: 'x',
  waitsFor,
  personalId: id,
  occurredAt: NOON,
  receivedAt: NOON,
  attempts: 3,
});

/** Rows as they were written before the step in question existed. */
async function insertRowsOfBefore(): Promise<void> {
  await raw('customers').insertMany([
    stored(sampleCustomer('ada'), { profileAt: NOON, historyTruncated: true }),
    stored(sampleCustomer('eve'), { profileAt: 0, historyTruncated: false }),
    stored(sampleCustomer('new', { profileAt: { zone: 7 }, droppedUntil: { claims: 9 } })),
  ]);
  await raw('wallets').insertMany([
    stored(sampleWallet('ada'), { historyTruncated: true }),
    stored(sampleWallet('eve'), { historyTruncated: false }),
  ]);
  await raw('pending_events').insertMany([
    kept('waits', 'waiting', ['order/anumi/o']),
    kept('quiet', 'waiting', []),
    kept('credits', 'rejected', ['wallet/anumi/w']),
    kept('refused', 'rejected', []),
    kept('looked-at', 'attention', []),
  ]);
  await raw('orders').insertMany([
    stored(sampleOrder('ada', 'paid', { refundedMinor: 999, cashSettled: true })),
    stored(sampleOrder('ada', 'failed', { ownRefunds: [{ id: 're_2', amountMinor: 999 }] })),
    stored(sampleOrder('ada', 'calm')),
  ]);
  const payouts = [
    buildPayout({ id: 'p1', orderId: 'paid', status: 'settled', providerRefundId: 're_1' }),
    buildPayout({ id: 'p2', orderId: 'failed', status: 'failed', providerRefundId: 're_2' }),
    buildPayout({ id: 'p3', orderId: 'failed', status: 'submitted', providerRefundId: '$re_3' }),
    buildPayout({ id: 'p4', orderId: 'calm', status: 'queued' }),
  ];
  await raw('payouts').insertMany(payouts.map(({ id, ...rest }) => ({ _id: id, ...rest })));
}

async function load(customerId: string): Promise<CustomerFile> {
  const file = (await stores.files.load([keyOf(customerId)], [`${PROGRAM}/w-${customerId}`])).get(keyOf(customerId));
  if (file === undefined) throw new Error(`no file of ${customerId}`);
  return file;
}

beforeAll(async () => {
  database = await createTestDatabase();
  admin = await openDatabase({ uri: database.adminUri });
  const db = admin.client.db(database.name);
  for (const migration of MIGRATIONS.slice(0, 4)) await migration.up(db);
  await insertRowsOfBefore();
  await migrate(database.adminUri);
  await Promise.all([rowsOfBefore.up(db), rowsOfBefore.up(db)]);
  stores = await createStores({ uri: database.uri, cipher: createVaultCipher(TEST_SECRET), now: Date.now });
});
afterAll(async () => {
  await stores.close();
  await admin.connection.close();
  await database.drop();
});

describe('rows of before', () => {
  it('of customers take a newer profile, and none that is older than what they have', async () => {
    const { customer } = await load('ada');
    const file = new WorkingFile(await load('ada'), false);
    const update = (country: string, at: number) =>
      applyCustomerUpdated(file, buildEvent('customer.updated', { customerId: 'ada', emailHashes: [], country }, at));
    update('FR', NOON - 1);
    expect(file.customer).not.toHaveProperty('country');
    expect(update('DE', NOON + 1)).toMatchObject({ status: 'applied' });
    expect(file.customer).toMatchObject({ country: 'DE', profileAt: { phone: NOON, country: NOON + 1 } });
    expect(customer).not.toHaveProperty('historyTruncated');
    expect((await load('eve')).customer).not.toHaveProperty('droppedUntil');
    expect((await load('new')).customer).toMatchObject({ profileAt: { zone: 7 }, droppedUntil: { claims: 9 } });
  });

  it('of histories that were cut stay cut, and the others whole', async () => {
    const now = Date.now();
    const { customer } = await load('ada');
    const { claims, automatic, refunds } = customer.droppedUntil ?? {};
    for (const until of [claims, automatic, refunds]) expect(until).toBeGreaterThan(now - 3_600_000);
    const freeze = async (who: string) => freezeWallet(new WorkingFile(await load(who), false), `w-${who}`, now);
    expect(await freeze('ada')).toMatchObject({ truncated: ['courtesy', 'moderation', 'quality'] });
    expect(await freeze('eve')).toMatchObject({ historyTruncated: false });
    expect((await load('eve')).wallets.get('w-eve')).toEqual(sampleWallet('eve'));
  });

  it('of events that wait are due', async () => {
    const due = await stores.pending.listDue(NOON, 10);
    expect(due.map((event) => event.id).toSorted()).toEqual(['credits', 'quiet', 'waits']);
  });

  it('of orders know the refunds that we asked for, and which of them were not paid', async () => {
    const { orders } = await load('ada');
    expect(orders.get('paid')?.ownRefunds).toEqual([{ id: 're_1', amountMinor: 999 }]);
    expect(orders.get('failed')?.ownRefunds?.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: '$re_3', amountMinor: 999 },
      { id: 're_2', amountMinor: 999, unpaid: true },
    ]);
    expect(orders.get('calm')).not.toHaveProperty('ownRefunds');
  });

  it('have the indexes by which they are looked for', async () => {
    const keys = async (name: string) => (await raw(name).indexes()).map((index) => Object.keys(index.key).join());
    expect(await keys('pending_events')).toEqual(expect.arrayContaining(['dueAt', 'program,receivedAt,_id']));
    expect(await keys('incidents')).toContain('program,closedAt');
  });
});
