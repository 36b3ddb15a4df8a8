import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../server/ports/paging.ts';
import { sampleDecision } from '../suites/sample-decisions.ts';
import {
  NOON,
  PROGRAM,
  sampleCase,
  sampleEntry,
  sampleOrder,
  samplePayout,
  sampleUnit,
  sampleWallet,
} from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const page = (filter: Page['filter'], sort: Page['sort'] = ['openedAt', 'DESC'], from = 0, to = 24): Page => ({
  from,
  to,
  sort,
  filter,
});

describe('lists', () => {
  let harness: StoreHarness;
  const list = (...of: Parameters<typeof page>) => harness.stores.reads.listCases(page(...of));
  const ids = async (...of: Parameters<typeof page>): Promise<string[]> =>
    (await list(...of)).items.map((one) => one.id);

  beforeAll(async () => {
    harness = await openStoreHarness();
    const cases = Array.from({ length: 40 }, (_, n) =>
      sampleCase(`u${n % 4}`, `c${String(n).padStart(2, '0')}`, {
        openedAt: NOON + Math.floor(n / 2),
        program: n % 10 === 0 ? 'anypic' : PROGRAM,
        disposition: n % 3 === 0 ? 'granted' : 'denied',
      }),
    );
    await harness.stores.units.commit(
      sampleUnit({
        cases: cases.map((doc) => ({ doc, isNew: true })),
        decisions: cases.map(({ id, program }, n) => sampleDecision('u', `d-${id}`, { program, decidedAt: NOON + n })),
        entries: [
          sampleEntry('u', 'e1', { caseId: 'c01', walletId: 'w1' }),
          sampleEntry('u', 'e2', { recordedAt: NOON + 5 }),
        ],
        payouts: [
          { doc: samplePayout('u', 'p1'), isNew: true },
          { doc: samplePayout('u', 'p2', { provider: 'stripe', createdAt: NOON + 1 }), isNew: true },
        ],
      }),
    );
  });
  afterAll(() => harness.close());

  it('pages through ties without losing or repeating a row', async () => {
    const all = await ids({});
    const pages = await Promise.all([0, 10, 20, 30].map((from) => ids({}, ['openedAt', 'DESC'], from, from + 9)));
    expect(pages.flat()).toEqual(await ids({}, ['openedAt', 'DESC'], 0, 99));
    expect(all).toHaveLength(25);
    expect(all[0]).toBe('c39');
    expect((await list({})).total).toBe(40);
    expect(await ids({}, ['openedAt', 'ASC'], 0, 2)).toEqual(['c00', 'c01', 'c02']);
  });

  it('filters by value, by any of several, and by bounds in both spellings', async () => {
    expect((await list({ program: 'anypic' })).total).toBe(4);
    expect((await list({ program: ['anypic', PROGRAM] })).total).toBe(40);
    expect(
      (await list({ customerId: 'u1', disposition: 'granted' })).items.every(
        (one) => one.customerId === 'u1' && one.disposition === 'granted',
      ),
    ).toBe(true);
    expect((await list({ openedAt_gte: NOON + 18, openedAt_lt: NOON + 19 })).total).toBe(2);
    expect((await list({ openedAt: { gte: NOON + 18, lt: NOON + 19 } })).total).toBe(2);
    expect((await list({ id: ['c01', 'c02', 'none'] })).total).toBe(2);
    expect((await list({ subjectId: 'o1', subjectType: 'order' })).total).toBe(40);
  });

  it('lists decisions, entries and payouts in their own words', async () => {
    const { reads } = harness.stores;
    expect((await reads.listDecisions(page({ program: PROGRAM }, ['decidedAt', 'DESC'], 0, 0))).items[0]?.id).toBe(
      'd-c39',
    );
    expect((await reads.listDecisions(page({ caseId: 'c07' }, ['id', 'ASC']))).items.map((one) => one.caseId)).toEqual([
      'c07',
    ]);
    expect(
      (await reads.listEntries(page({ walletId: 'w1' }, ['recordedAt', 'DESC']))).items.map((one) => one.key),
    ).toEqual(['e1']);
    expect((await reads.listEntries(page({}, ['recordedAt', 'DESC']))).items.map((one) => one.key)).toEqual([
      'e2',
      'e1',
    ]);
    expect(
      (await reads.listPayouts(page({ provider: 'stripe' }, ['createdAt', 'DESC']))).items.map((one) => one.id),
    ).toEqual(['p2']);
    const ofCustomer = (customerKey: string) => reads.listPayouts(page({ customerKey: [customerKey] }, ['id', 'ASC']));
    expect((await ofCustomer(`${PROGRAM}/u`)).total).toBe(2);
    expect((await ofCustomer(`${PROGRAM}/nobody`)).total).toBe(0);
  });

  it('lists the entries of a customer, whether they name a wallet or only an order', async () => {
    const { reads, units } = harness.stores;
    await units.commit(
      sampleUnit({
        wallets: [{ doc: sampleWallet('owner', 'w-own'), isNew: true }],
        orders: [{ doc: sampleOrder('owner', 'o-own'), isNew: true }],
        entries: [
          sampleEntry('owner', 'own-1', { walletId: 'w-own' }),
          sampleEntry('owner', 'own-2', { orderId: 'o-own', recordedAt: NOON + 1 }),
          sampleEntry('other', 'foreign-1', { walletId: 'w-own', program: 'anypic' }),
        ],
      }),
    );
    const keysOf = async (...owners: string[]): Promise<string[]> =>
      (await reads.listEntries(page({ customerKey: owners }, ['recordedAt', 'ASC']))).items.map(({ key }) => key);
    expect(await keysOf(`${PROGRAM}/owner`, `${PROGRAM}/nobody`)).toEqual(['own-1', 'own-2']);
    expect(await keysOf(`${PROGRAM}/nobody`)).toEqual([]);
  });

  it.each([
    ['an undeclared filter', { claim: 'x' }],
    ['an inherited name', { constructor: 'x' }],
    ['an operator', { status: { $ne: 'closed' } }],
    ['an operator in a list', { status: [{ $gt: '' }] }],
    ['null', { status: null }],
    ['an operator as a name', { $where: 'sleep(1000)' }],
  ])('refuses %s', async (_name, filter) => {
    await expect(list(filter)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('refuses an undeclared sort, and rows too deep', async () => {
    await expect(list({}, ['claim', 'ASC'])).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(list({}, ['toString', 'ASC'])).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(list({}, ['openedAt', 'ASC'], 10_001, 10_005)).rejects.toMatchObject({ code: 'RANGE_TOO_DEEP' });
  });

  it('sorts by an index, never in memory, and reads no more than it shows', async () => {
    const collections = [
      ['cases', 'openedAt'],
      ['cases', 'claim.sentAt'],
      ['decisions', 'at'],
      ['ledgerEntries', 'at'],
      ['payouts', 'createdAt'],
    ] as const;
    for (const [key, instant] of collections) {
      const plan = await harness.admin.client
        .db(harness.admin.connection.name)
        .collection(harness.admin.collection(key).collectionName)
        .find({ program: { $in: ['anypic', PROGRAM] } })
        .sort({ [instant]: -1, _id: -1 })
        .limit(3)
        .explain('executionStats');
      const text = JSON.stringify([plan['queryPlanner'].winningPlan, plan['executionStats']]);
      expect(text).toContain('SORT_MERGE');
      expect(text).not.toContain('"stage":"SORT"');
      expect(plan['executionStats'].totalDocsExamined).toBeLessThanOrEqual(4);
    }
  });
});
