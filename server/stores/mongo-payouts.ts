import type { mongo } from 'mongoose';
import { computeLookAt, FINAL_STATUSES, WATCHED_STATUSES } from '../core/payouts/payout-state.ts';
import { PAYOUT_STATUSES, type Payout, type PayoutStatus } from '../core/payouts/payout.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { Database } from './database.ts';
import { fromIdRow } from './rows/keyed-row.ts';
import type { Rows } from './rows/rows.ts';

/** Rows that one pass goes through at most. */
const MOST_LOOKED_THROUGH = 10_000;

/** Those that are not over: a bounded number, found by the index of the status, whatever has been paid before. */
const OPEN = PAYOUT_STATUSES.filter((status) => !FINAL_STATUSES.includes(status));

/** Payouts in MongoDB. Each call is one atomic update of one row. */
export function createPayouts(database: Database): Payouts {
  const payouts = database.collection('payouts');
  return {
    async find(id) {
      const row = await payouts.findOne({ _id: id });
      return row === null ? null : fromIdRow<Payout>(row);
    },
    async claimForSending({ id, status, fence }, now, leaseMs) {
      const leaseOver = { $or: [{ leaseUntil: { $lte: now } }, { leaseUntil: { $exists: false } }] };
      const row = await payouts.findOneAndUpdate(
        { _id: id, status, fence, ...(status === 'sending' ? leaseOver : {}) },
        { $set: { status: 'sending', leaseUntil: now + leaseMs, updatedAt: now }, $inc: { fence: 1, attempts: 1 } },
        { returnDocument: 'after' },
      );
      return row === null ? null : fromIdRow<Payout>(row);
    },
    async recordAnswer(id, fence, change) {
      const { matchedCount } = await payouts.updateOne(
        { _id: id, fence, status: { $nin: FINAL_STATUSES } },
        { $set: change },
      );
      return matchedCount === 1;
    },
    listStale: (now, limit, providers) => listStale(payouts, now, limit, providers),
    async countOpen() {
      interface Sum {
        readonly _id: { readonly provider: string; readonly status: PayoutStatus };
        readonly count: number;
      }
      const sums = await payouts
        .aggregate<Sum>([
          { $match: { status: { $in: OPEN } } },
          { $group: { _id: { provider: '$provider', status: '$status' }, count: { $sum: 1 } } },
        ])
        .toArray();
      return sums.map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}

/** When a payout is due is the core's rule; rows that are not are passed over, so that they do not keep due ones out. */
async function listStale(
  payouts: mongo.Collection<Rows['payouts']>,
  now: number,
  limit: number,
  providers: readonly string[],
): Promise<Payout[]> {
  const stale: Payout[] = [];
  const rows = payouts
    .find({ status: { $in: WATCHED_STATUSES }, provider: { $in: providers } })
    .sort({ updatedAt: 1 })
    .limit(MOST_LOOKED_THROUGH);
  for await (const row of rows) {
    const payout = fromIdRow<Payout>(row);
    if (computeLookAt(payout) <= now) stale.push(payout);
    if (stale.length >= limit) break;
  }
  return stale;
}
