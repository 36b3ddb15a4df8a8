import type { mongo } from 'mongoose';
import { boundMoneyBack } from './0005-money-back.ts';
import type { Migration } from './migration.ts';

/** What a payout that ended without having paid is called. */
const UNPAID_STATUSES = ['failed', 'rejected', 'reversed', 'cancelled'];
const ROWS_AT_ONCE = 500;

interface StoredPayout {
  readonly _id: string;
  readonly program: string;
  readonly orderId: string;
  readonly providerRefundId: string;
  readonly amountMinor: number;
  readonly status: string;
}

/**
 * Brings rows to the form in which they are read now, and adds the indexes that go with it: kept events are looked at when
 * they are due, each field of a profile has an event time of its own, histories know up to when they lack something, and
 * orders know the refunds that we asked for.
 *
 * It writes without the customers' guard, so that no process of the service may run meanwhile: one that had read an order
 * before would write it back whole, without its refunds. Stop API and workers first; each step can be repeated.
 */
export const rowsOfBefore: Migration = {
  id: '0007-rows-of-before',
  async up(db) {
    await createIndexes(db);
    await makeDue(db);
    await convertHistories(db, Date.now());
    await noteOwnRefunds(db);
    // Where that step was carried out before it left room for an order that was charged back twice.
    await boundMoneyBack(db);
  },
};

async function createIndexes(db: mongo.Db): Promise<void> {
  await db
    .collection('pending_events')
    .createIndexes([
      { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } } },
      { key: { program: 1, receivedAt: 1, _id: 1 } },
    ]);
  await db.collection('incidents').createIndex({ program: 1, closedAt: 1 });
}

/** Events that wait, and refused ones that wait for credits, are looked at at once; each rests as its attempts say from then on. */
async function makeDue(db: mongo.Db): Promise<void> {
  await db
    .collection('pending_events')
    .updateMany({ dueAt: { $exists: false }, $or: [{ status: 'waiting' }, { 'waitsFor.0': { $exists: true } }] }, [
      { $set: { dueAt: '$receivedAt' } },
    ]);
}

/** What was dropped from a history is not known: anything up to now may be missing. */
async function convertHistories(db: mongo.Db, now: number): Promise<void> {
  const fields = ['emails', 'phone', 'country', 'isConsumer', 'zone', 'locale'];
  await db
    .collection('customers')
    .updateMany({ profileAt: { $type: 'number' } }, [
      { $set: { profileAt: { $arrayToObject: [fields.map((k) => ({ k, v: '$profileAt' }))] } } },
    ]);
  const histories = [
    ['customers', ['claims', 'automatic', 'refunds']],
    ['wallets', ['courtesy', 'moderation', 'quality']],
  ] as const;
  for (const [name, kinds] of histories) {
    const droppedUntil = Object.fromEntries(kinds.map((kind) => [kind, now]));
    await db.collection(name).updateMany({ historyTruncated: true }, { $set: { droppedUntil } });
    await db.collection(name).updateMany({ historyTruncated: { $exists: true } }, { $unset: { historyTruncated: 1 } });
  }
}

/** From the payouts: a report of a refund of ours that was paid says nothing new, one of a refund that was not paid does. */
async function noteOwnRefunds(db: mongo.Db): Promise<void> {
  const payouts = db
    .collection<StoredPayout>('payouts')
    .find(
      { providerRefundId: { $exists: true } },
      { projection: { program: 1, orderId: 1, providerRefundId: 1, amountMinor: 1, status: 1 } },
    );
  let writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = [];
  for await (const payout of payouts) {
    writes.push(noteOwnRefund(payout));
    if (writes.length < ROWS_AT_ONCE) continue;
    await db.collection<{ _id: string }>('orders').bulkWrite(writes, { ordered: false });
    writes = [];
  }
  if (writes.length > 0) await db.collection<{ _id: string }>('orders').bulkWrite(writes, { ordered: false });
}

function noteOwnRefund({
  program,
  orderId,
  providerRefundId: id,
  amountMinor,
  status,
}: StoredPayout): mongo.AnyBulkWriteOperation<{ _id: string }> {
  const others = {
    $filter: { input: { $ifNull: ['$ownRefunds', []] }, cond: { $ne: ['$$this.id', { $literal: id }] } },
  };
  const own = { id, amountMinor, ...(UNPAID_STATUSES.includes(status) ? { unpaid: true } : {}) };
  return {
    updateOne: {
      filter: { _id: `${program}/${orderId}` },
      update: [{ $set: { ownRefunds: { $concatArrays: [others, [{ $literal: own }]] } } }],
    },
  };
}
