import type { PendingEvent, PendingEvents } from '../ports/pending-events.ts';
import type { PersonalRow } from '../ports/personal-data.ts';
import type { VaultCipher } from '../ports/vault-cipher.ts';
import type { Database } from './database.ts';
import { listRows } from './reads/list-rows.ts';
import type { ListFields } from './reads/list-rows.ts';
import { fromIdRow, toIdRow } from './rows/keyed-row.ts';
import { encryptPersonal } from './units/encrypt-personal.ts';
import { GuardLost, transact } from './units/transact.ts';
import { insertStep } from './units/write-step.ts';

const FIELDS: ListFields = {
  filters: {
    id: '_id',
    program: 'program',
    type: 'type',
    status: 'status',
    code: 'code',
    eventKey: 'eventKey',
    receivedAt: 'receivedAt',
    occurredAt: 'occurredAt',
  },
  sorts: { id: '_id', receivedAt: 'receivedAt', occurredAt: 'occurredAt' },
};
const ATTEMPTS = 5;

/** Events that wait or were refused, in MongoDB. */
export function createPendingEvents(database: Database, cipher: VaultCipher): PendingEvents {
  const pending = database.collection('pendingEvents');
  return {
    save: (events, personal) => save(database, cipher, events, personal),
    async findWaitingFor(keys) {
      if (keys.length === 0) return [];
      const rows = await pending.find({ waitsFor: { $in: keys } }).toArray();
      return rows.map((row) => fromIdRow<PendingEvent>(row));
    },
    async listDue(now, limit) {
      const rows = await pending
        .find({ dueAt: { $lte: now } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray();
      return rows.map((row) => fromIdRow<PendingEvent>(row));
    },
    async putOff(ids, dueAt) {
      if (ids.length === 0) return;
      await pending.updateMany({ _id: { $in: ids } }, { $set: { dueAt }, $inc: { attempts: 1 } });
    },
    async find(id) {
      const row = await pending.findOne({ _id: id });
      return row === null ? null : fromIdRow<PendingEvent>(row);
    },
    async remove(ids) {
      if (ids.length > 0) await pending.deleteMany({ _id: { $in: ids } });
    },
    list: (page) => listRows(pending, { page, fields: FIELDS, present: (row) => fromIdRow<PendingEvent>(row) }),
  };
}

/** Events and their bodies together or not at all. One that is there already is left, and its new copy of the body with it. */
async function save(
  database: Database,
  cipher: VaultCipher,
  events: readonly PendingEvent[],
  personal: readonly PersonalRow[],
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const ids = events.map((event) => event.id);
    const known = await database
      .collection('pendingEvents')
      .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
      .toArray();
    const knownIds = new Set(known.map((row) => row._id));
    const fresh = events.filter((event) => !knownIds.has(event.id));
    if (fresh.length === 0) return;
    const bodies = new Set(fresh.map((event) => event.personalId));
    const encrypted = await encryptPersonal(
      database,
      cipher,
      personal.filter((row) => bodies.has(row.id)),
    );
    const steps = [
      insertStep(database, 'pendingEvents', fresh.map(toIdRow), GuardLost),
      insertStep(database, 'personalKeys', encrypted.keys, GuardLost),
      insertStep(database, 'personal', encrypted.rows),
    ];
    const outcome = await transact(database, null, async (session) => {
      for (const step of steps) await step?.(session);
    });
    if (outcome === 'committed') return;
    if (outcome === 'duplicate') throw new Error('A row of personal data of this id exists already.');
  }
  throw new Error(`${events.length} pending events could not be saved in ${ATTEMPTS} attempts`);
}
