import { mongo } from 'mongoose';
import { OUTBOX_TOPICS, TRY_SPAN_MS } from '../ports/outbox.ts';
import type { DeadLetter, LeasedMessage, Outbox, OutboxTopic } from '../ports/outbox.ts';
import type { Database } from './database.ts';
import { listRows } from './reads/list-rows.ts';
import type { ListFields } from './reads/list-rows.ts';
import type { OutboxRow } from './rows/rows.ts';

const DEAD_FIELDS: ListFields = {
  filters: {
    id: '_id',
    topic: 'topic',
    program: 'program',
    ref: 'ref',
    code: 'letter.code',
    buriedAt: 'letter.at',
    createdAt: 'createdAt',
  },
  sorts: { id: '_id', buriedAt: 'letter.at', createdAt: 'createdAt' },
};

/** The outbox in MongoDB. A lease moves `dueAt` ahead, so that one index finds what is due and what has come due again. */
export function createOutbox(database: Database): Outbox {
  const outbox = database.collection('outbox');
  return {
    lease: (topic, limit, now, leaseMs) => lease(outbox, topic, limit, { now, until: now + leaseMs }),
    async findOpen(ids) {
      if (ids.length === 0) return [];
      const rows = await outbox.find({ _id: { $in: ids }, state: 'open' }).toArray();
      return rows.map(toMessage);
    },
    async countTry(ids, now) {
      if (ids.length === 0) return;
      const isNew = { $or: [{ triedAt: { $exists: false } }, { triedAt: { $lte: now - TRY_SPAN_MS } }] };
      const change = { $inc: { attempts: 1 }, $set: { triedAt: now } };
      await outbox.updateMany({ _id: { $in: ids }, state: 'open', ...isNew }, change);
    },
    async postpone(ids, dueAt) {
      if (ids.length > 0) await outbox.updateMany({ _id: { $in: ids }, state: 'open' }, { $set: { dueAt } });
    },
    async park(id, dueAt) {
      await outbox.updateOne({ _id: id, state: 'open' }, { $set: { dueAt, attempts: 0 }, $unset: { triedAt: 1 } });
    },
    async bury(id, letter) {
      await outbox.updateOne({ _id: id, state: 'open' }, { $set: { state: 'dead', letter } });
    },
    listDead: (page) => listRows(outbox, { page, fields: DEAD_FIELDS, base: { state: 'dead' }, present: toDeadLetter }),
    async findDead(refs) {
      if (refs.length === 0) return [];
      const rows = await outbox.find({ ref: { $in: [...refs] }, state: 'dead' }).toArray();
      return rows.map(toDeadLetter);
    },
    async replay(id, at) {
      const { modifiedCount } = await outbox.updateOne(
        { _id: id, state: 'dead' },
        { $set: { state: 'open', dueAt: at, attempts: 0 }, $unset: { letter: 1, triedAt: 1 } },
      );
      return modifiedCount === 1;
    },
    measure: (now) => measure(outbox, now),
  };
}

/** Marks the rows under a name of this pass and reads back what carries it: of two relays at once, each gets its own. */
async function lease(
  outbox: mongo.Collection<OutboxRow>,
  topic: OutboxTopic,
  limit: number,
  span: { now: number; until: number },
): Promise<LeasedMessage[]> {
  const due = await outbox
    .find({ state: 'open', topic, dueAt: { $lte: span.now } }, { projection: { _id: 1 } })
    .sort({ dueAt: 1 })
    .limit(limit)
    .toArray();
  if (due.length === 0) return [];
  const ids = due.map((row) => row._id);
  const pass = new mongo.ObjectId().toHexString();
  const stillDue = { _id: { $in: ids }, state: 'open' as const, dueAt: { $lte: span.now } };
  const { modifiedCount } = await outbox.updateMany(stillDue, {
    $set: { dueAt: span.until, lease: pass },
  });
  if (modifiedCount === 0) return [];
  const rows = await outbox.find({ _id: { $in: ids }, lease: pass }).toArray();
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.map(toMessage).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

async function measure(outbox: mongo.Collection<OutboxRow>, now: number): ReturnType<Outbox['measure']> {
  interface Sum {
    readonly _id: { readonly topic: OutboxTopic; readonly state: OutboxRow['state'] };
    readonly count: number;
    readonly oldestAt: number;
  }
  const sums = await outbox
    .aggregate<Sum>([
      { $group: { _id: { topic: '$topic', state: '$state' }, count: { $sum: 1 }, oldestAt: { $min: '$createdAt' } } },
    ])
    .toArray();
  const find = (topic: OutboxTopic, state: OutboxRow['state']): Sum | undefined =>
    sums.find((sum) => sum._id.topic === topic && sum._id.state === state);
  return OUTBOX_TOPICS.map((topic) => {
    const open = find(topic, 'open');
    const oldestMs = open === undefined ? 0 : Math.max(0, now - open.oldestAt);
    return { topic, open: open?.count ?? 0, dead: find(topic, 'dead')?.count ?? 0, oldestMs };
  });
}

/** The message without what only the store needs. */
function toMessage({
  _id,
  state: _state,
  dueAt: _dueAt,
  lease: _lease,
  triedAt: _triedAt,
  letter: _letter,
  ...message
}: OutboxRow): LeasedMessage {
  return { id: _id, ...message };
}

function toDeadLetter(row: OutboxRow): DeadLetter {
  return {
    ...toMessage(row),
    code: row.letter?.code ?? 'UNKNOWN',
    detail: row.letter?.detail ?? '',
    buriedAt: row.letter?.at ?? row.createdAt,
  };
}
