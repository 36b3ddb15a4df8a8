import type { Migration } from './migration.ts';

/** Payouts are looked for by who is paid. */
export const payoutOwners: Migration = {
  id: '0004-payout-owners',
  async up(db) {
    await db.collection('payouts').createIndex({ customerKey: 1 });
  },
};
