import { AppError } from '../contract/error-registry.ts';
import type { Incident, Incidents } from '../ports/incidents.ts';
import type { Database } from './database.ts';
import { fromKeyRow, toKeyRow } from './rows/keyed-row.ts';
import type { Rows } from './rows/rows.ts';
import { GuardLost } from './units/transact.ts';
import { insertStep, writeStep, type RowWrite } from './units/write-step.ts';
import { writeSteps } from './units/write-steps.ts';

/** Incidents in MongoDB. */
export function createIncidents(database: Database): Incidents {
  const incidents = database.collection('incidents');
  return {
    async load(programs, sinceAt) {
      const rows = await incidents
        .find({
          program: { $in: [...programs] },
          $or: [{ closedAt: { $exists: false } }, { closedAt: { $gte: sinceAt } }],
        })
        .sort({ openedAt: 1, _id: 1 })
        .toArray();
      return rows.map((row) => fromKeyRow<Incident>(row));
    },
    async find(key) {
      const row = await incidents.findOne({ _id: key });
      return row === null ? null : fromKeyRow<Incident>(row);
    },
    async save(incident, receipt, known) {
      const outcome = await writeSteps(database, null, [
        insertStep(database, 'receivedEvents', [toKeyRow(receipt)]),
        writeStep(database, 'incidents', [toWrite(incident, known)], GuardLost),
      ]);
      if (outcome === 'conflict')
        throw new AppError('CONFLICT', 'Others report on this incident at the same time. Try again.', {
          retryAfterSeconds: 1,
        });
      return outcome === 'committed';
    },
  };
}

/** What is replaced must be what was read: two reports at once must not undo each other. */
function toWrite(incident: Incident, known: Incident | null): RowWrite<Rows['incidents']> {
  const row = toKeyRow(incident);
  if (known === null) return { insert: row };
  const closedAt = known.closedAt ?? { $exists: false };
  return { filter: { _id: row._id, openedAt: known.openedAt, closedAt }, replace: row };
}
