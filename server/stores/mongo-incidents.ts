import { AppError } from '../contract/error-registry.ts';
import type { Incident, Incidents } from '../ports/incidents.ts';
import type { Database } from './database.ts';
import { fromKeyRow, toKeyRow } from './rows/keyed-row.ts';
import { insertStep } from './units/write-step.ts';
import { writeSteps } from './units/write-steps.ts';

/** Incidents in MongoDB. */
export function createIncidents(database: Database): Incidents {
  const incidents = database.collection('incidents');
  return {
    async load(programs) {
      const rows = await incidents
        .find({ program: { $in: programs } })
        .sort({ openedAt: 1, _id: 1 })
        .toArray();
      return rows.map((row) => fromKeyRow<Incident>(row));
    },
    async find(key) {
      const row = await incidents.findOne({ _id: key });
      return row === null ? null : fromKeyRow<Incident>(row);
    },
    async save(incident, receipt) {
      const { _id, ...fields } = toKeyRow(incident);
      const outcome = await writeSteps(database, null, [
        insertStep(database, 'receivedEvents', [toKeyRow(receipt)]),
        async (session) => {
          await incidents.replaceOne({ _id }, fields, { session, upsert: true });
        },
      ]);
      if (outcome === 'conflict')
        throw new AppError('CONFLICT', 'Others report on this incident at the same time. Try again.', {
          retryAfterSeconds: 1,
        });
      return outcome === 'committed';
    },
  };
}
