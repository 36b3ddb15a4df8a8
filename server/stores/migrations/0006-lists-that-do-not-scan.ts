import type { Migration } from './migration.ts';

/**
 * What screens link to among collections that grow with every case: the entries of a wallet and of an order, the payouts
 * of an order, and the audit of policies, which is little among that of decisions and costs those nothing.
 */
export const listsThatDoNotScan: Migration = {
  id: '0006-lists-that-do-not-scan',
  async up(db) {
    for (const field of ['walletId', 'orderId'])
      await db
        .collection('ledger_entries')
        .createIndex({ [field]: 1 }, { partialFilterExpression: { [field]: { $exists: true } } });
    await db.collection('payouts').createIndex({ orderId: 1 });
    await db.collection('audit_events').createIndex(
      { subjectType: 1, _id: 1 },
      {
        partialFilterExpression: {
          subjectType: { $in: ['policy', 'policy_version', 'policy_draft', 'activation'] },
        },
      },
    );
  },
};
