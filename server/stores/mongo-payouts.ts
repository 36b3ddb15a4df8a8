import type { mongo } from 'mongoose';
import { computePollAt, computeSendAt, isSendable } from '../core/payouts/payout-state.ts';
import type { Payout, PayoutStatus } from '../core/payouts/payout.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { Database } from './database.ts';
import { fromIdRow } from './rows/keyed-row.ts';
import type { Rows } from './rows/rows.ts';

/** A payout in one of these is over for the sender; only the ledger's own units may change it. */
const FINAL: readonly PayoutStatus[] = ['settled', 'failed', 'rejected', 'reversed', 'cancelled'];
/** Sent or perhaps sent, and not known to have ended. */
const UNDER_WAY: readonly PayoutStatus[] = ['unknown', 'submitted', 'pending_approval'];

/** Rows that one pass goes through at most. */
const MOST_LOOKED_THROUGH = 10_000;

/** Payouts in MongoDB. Each call is one atomic update of one row. */
export function createPayouts(database: Database): Payouts {
  const payouts = database.collection('payouts');
  return {
    async find(id) {
      const row = await payouts.findOne({ _id: id });
      return row === null ? null : fromIdRow<Payout>(row);
    },
    async claimForSending(id, from, now, leaseMs) {
      const leaseOver = {
        status: 'sending' as const,
        $or: [{ leaseUntil: { $lte: now } }, { leaseUntil: { $exists: false } }],
      };
      const row = await payouts.findOneAndUpdate(
        { _id: id, $or: [{ status: { $in: from.filter((status) => status !== 'sending') } }, leaseOver] },
        { $set: { status: 'sending', leaseUntil: now + leaseMs, updatedAt: now }, $inc: { fence: 1, attempts: 1 } },
        { returnDocument: 'after' },
      );
      return row === null ? null : fromIdRow<Payout>(row);
    },
    async recordAnswer(id, fence, change) {
      const { matchedCount } = await payouts.updateOne({ _id: id, fence, status: { $nin: FINAL } }, { $set: change });
      return matchedCount === 1;
    },
    listStale: (now, limit) => listStale(payouts, now, limit),
    async countByStatus() {
      interface Sum {
        readonly _id: { readonly provider: string; readonly status: PayoutStatus };
        readonly count: number;
      }
      const sums = await payouts
        .aggregate<Sum>([{ $group: { _id: { provider: '$provider', status: '$status' }, count: { $sum: 1 } } }])
        .toArray();
      return sums.map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}

/** When a payout is due is the core's rule; rows that are not are passed over, so that they do not keep due ones out. */
async function listStale(payouts: mongo.Collection<Rows['payouts']>, now: number, limit: number): Promise<Payout[]> {
  const stale: Payout[] = [];
  const rows = payouts
    .find({ $or: [{ status: 'sending', leaseUntil: { $lte: now } }, { status: { $in: UNDER_WAY } }] })
    .sort({ updatedAt: 1 })
    .limit(MOST_LOOKED_THROUGH);
  for await (const row of rows) {
    const payout = fromIdRow<Payout>(row);
    const dueAt = isSendable(payout.status) ? computeSendAt(payout, true) : computePollAt(payout);
    if (dueAt <= now) stale.push(payout);
    if (stale.length >= limit) break;
  }
  return stale;
}
