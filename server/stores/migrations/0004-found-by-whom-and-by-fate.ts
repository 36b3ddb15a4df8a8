import type { Migration } from './migration.ts';

/** Payouts are looked for by who is paid; what was given up, by what it is about. Of those there are few, and open messages pay nothing for it. */
export const foundByWhomAndByFate: Migration = {
  id: '0004-found-by-whom-and-by-fate',
  async up(db) {
    await db.collection('payouts').createIndex({ customerKey: 1 });
    await db.collection('outbox').createIndex({ ref: 1 }, { partialFilterExpression: { state: 'dead' } });
  },
};
