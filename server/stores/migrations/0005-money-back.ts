import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

/** A ledger entry as far as this migration reads it. */
interface StoredEntry {
  readonly postings: readonly { readonly account: string; readonly amount: number }[];
}

const LIST_EXCESS = {
  $set: {
    overRefundedMinor: {
      $max: [
        0,
        {
          $subtract: [{ $add: ['$refundedMinor', '$refundedExternallyMinor', '$chargedBackMinor'] }, '$amountMinor'],
        },
      ],
    },
  },
};

/**
 * Orders keep what lost disputes took back and how many of our refunds settled. Those written before get both from what
 * happened: no order had more than one settled refund, and the ledger has every charge-back. Two lost disputes used to take
 * the price twice: such an order says so, and can still be written.
 */
export const moneyBack: Migration = {
  id: '0005-money-back',
  async up(db) {
    const orders = db.collection<{ _id: string; program: string; orderId: string }>('orders');
    // Each lost order asks the ledger for its entries.
    await db
      .collection('ledger_entries')
      .createIndex({ orderId: 1 }, { partialFilterExpression: { orderId: { $exists: true } } });
    await orders.updateMany({ cashSettled: true, refundsSettled: { $exists: false } }, { $set: { refundsSettled: 1 } });
    const lost = orders.find({ 'disputes.outcome': 'lost', chargedBackMinor: { $exists: false } });
    for await (const { _id, program, orderId } of lost) {
      const chargedBackMinor = await sumChargedBack(db, program, orderId);
      if (chargedBackMinor > 0) await orders.updateOne({ _id }, [{ $set: { chargedBackMinor } }, LIST_EXCESS]);
    }
    await boundMoneyBack(db);
  },
};

/** Bounds of what an order gave back: nothing below zero, and no more than was paid of what we promise and return ourselves. */
export async function boundMoneyBack(db: mongo.Db): Promise<void> {
  await db.command({
    collMod: 'orders',
    validator: {
      refundedMinor: { $gte: 0 },
      refundingMinor: { $gte: 0 },
      refundedExternallyMinor: { $gte: 0 },
      $expr: {
        $and: [
          { $lte: [{ $add: ['$refundedMinor', '$refundingMinor'] }, '$amountMinor'] },
          { $gte: [{ $ifNull: ['$chargedBackMinor', 0] }, 0] },
        ],
      },
    },
  });
}

async function sumChargedBack(db: mongo.Db, program: string, orderId: string): Promise<number> {
  const entries = db
    .collection<{ body: string }>('ledger_entries')
    .find({ program, orderId, entryKind: 'dispute_lost' }, { projection: { body: 1 } });
  let sum = 0;
  for await (const { body } of entries) {
    const { postings } = JSON.parse(body) as StoredEntry;
    for (const { account, amount } of postings) if (account === 'chargebacks') sum += amount;
  }
  return sum;
}
