import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../server/stores/reads/list-rows.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const fields = { filters: { program: 'program', name: 'name' }, sorts: { id: '_id' } };
const page = { from: 0, to: 9, sort: ['id', 'ASC'] as const, filter: { name: 'x' } };

/** A collection that answers every read with this error, and remembers the options it was asked with. */
function failing(error: Error): { readonly collection: mongo.Collection; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const cursor = { sort: () => cursor, skip: () => cursor, limit: () => cursor, toArray: () => Promise.reject(error) };
  const collection = {
    countDocuments: async (_filter: unknown, options: unknown) => {
      asked.push(options);
      throw error;
    },
    find: (_filter: unknown, options: unknown) => {
      asked.push(options);
      return cursor;
    },
  };
  return { collection: collection as unknown as mongo.Collection, asked };
}

describe('a list that would have to look through too much', () => {
  it('is cut off, and asks for a narrower filter', async () => {
    const { collection, asked } = failing(new mongo.MongoServerError({ message: 'out of time', code: 50 }));
    await expect(listRows(collection, { page, fields, present: (row) => row })).rejects.toMatchObject({
      code: 'FILTER_TOO_WIDE',
    });
    expect(asked).toEqual([{ limit: 10_001, maxTimeMS: 5_000 }, { maxTimeMS: 5_000 }]);
  });

  it('is told from every other failure', async () => {
    const broken = new mongo.MongoServerError({ message: 'not so', code: 2 });
    await expect(listRows(failing(broken).collection, { page, fields, present: (row) => row })).rejects.toBe(broken);
  });
});

describe('what screens link to', () => {
  let harness: StoreHarness;
  beforeAll(async () => {
    harness = await openStoreHarness();
    // Among much else, so that the server's trial runs tell the ways apart.
    for (const key of ['ledgerEntries', 'payouts', 'auditEvents'] as const)
      await (harness.admin.collection(key) as unknown as mongo.Collection<{ _id: string }>).insertMany(
        Array.from({ length: 3_000 }, (_, n) => ({
          _id: `r${n}`,
          program: 'a',
          at: n,
          createdAt: n,
          walletId: `w${n}`,
          orderId: `o${n}`,
          subjectType: n % 1_000 === 0 ? 'policy_version' : 'decision',
          subjectId: `s${n}`,
        })),
      );
  });
  afterAll(() => harness.close());

  it.each([
    ['ledgerEntries', { walletId: 'w7' }, { at: -1, _id: -1 }],
    ['ledgerEntries', { program: { $in: ['a', 'b'] }, orderId: 'o7' }, { at: -1, _id: -1 }],
    ['payouts', { orderId: 'o7' }, { createdAt: -1, _id: -1 }],
    [
      'auditEvents',
      { program: { $in: ['a'] }, subjectType: { $in: ['policy', 'policy_version', 'policy_draft', 'activation'] } },
      { _id: -1 },
    ],
    ['auditEvents', { subjectType: 'policy_version', subjectId: 'a.d1' }, { _id: -1 }],
  ] as const)('%s by %o is found by an index of its own', async (key, filter, sort) => {
    const plan = JSON.stringify(
      await (harness.admin.collection(key) as unknown as mongo.Collection)
        .find(filter as unknown as mongo.Document)
        .sort(sort as unknown as Record<string, -1>)
        .explain('queryPlanner'),
    );
    const [, winning = ''] = plan.split('"winningPlan"');
    const [chosen = ''] = winning.split('"rejectedPlans"');
    const named = Object.keys(filter).findLast((field) => field !== 'program' && field !== 'subjectId');
    expect([...chosen.matchAll(/"indexName":"([^"]+)"/gu)].map((match) => match[1])).toEqual(
      expect.arrayContaining([expect.stringContaining(String(named))]),
    );
    expect(chosen).not.toContain('COLLSCAN');
  });
});
