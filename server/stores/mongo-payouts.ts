import type { Payout, PayoutStatus } from '../core/payouts/payout.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { Database } from './database.ts';
import { fromIdRow } from './rows/keyed-row.ts';

/** A payout in one of these is over for the sender; only the ledger's own units may change it. */
const FINAL: readonly PayoutStatus[] = ['settled', 'failed', 'rejected', 'reversed', 'cancelled'];
/** Sent or perhaps sent, and not known to have ended. */
const UNDER_WAY: readonly PayoutStatus[] = ['unknown', 'submitted', 'pending_approval'];

/** Between two looks at a payout lies a tenth of its age: soon at first, then ever more rarely. */
const LOOK_SHARE = 10;
const SHORTEST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 3_600_000;

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
    async listStale(now, limit) {
      const sinceLook = { $subtract: [now, '$updatedAt'] };
      const pause = { $min: [LONGEST_LOOK_MS, { $divide: [{ $subtract: [now, '$createdAt'] }, LOOK_SHARE] }] };
      const due = {
        status: { $in: UNDER_WAY },
        updatedAt: { $lte: now - SHORTEST_LOOK_MS },
        $expr: { $gte: [sinceLook, pause] },
      };
      const rows = await payouts
        .find({ $or: [{ status: 'sending', leaseUntil: { $lte: now } }, due] })
        .sort({ updatedAt: 1 })
        .limit(limit)
        .toArray();
      return rows.map((row) => fromIdRow<Payout>(row));
    },
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
