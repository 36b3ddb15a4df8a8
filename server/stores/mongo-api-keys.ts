import { AppError } from '../contract/error-registry.ts';
import type { ApiKey, ApiKeys } from '../ports/api-keys.ts';
import { writeAudited } from './audited-write.ts';
import type { Database } from './database.ts';
import { fromIdRow, toIdRow } from './rows/keyed-row.ts';
import { insertStep, updateStep } from './units/write-step.ts';

/** API keys in MongoDB; each change together with its audit event. */
export function createApiKeys(database: Database): ApiKeys {
  const keys = database.collection('apiKeys');
  return {
    async append(key, audit) {
      const outcome = await writeAudited(database, [insertStep(database, 'apiKeys', [toIdRow(key)])], audit);
      if (outcome !== 'committed') throw new AppError('CONFLICT', `An API key ${key.id} exists already.`);
    },
    async findByHash(secretHash) {
      const row = await keys.findOne({ secretHash });
      return row === null ? null : fromIdRow<ApiKey>(row);
    },
    async list() {
      const rows = await keys.find({}).sort({ _id: 1 }).toArray();
      return rows.map((row) => fromIdRow<ApiKey>(row));
    },
    async revoke(id, at, audit) {
      const known = await keys.countDocuments({ _id: id, revokedAt: { $exists: false } }, { limit: 1 });
      if (known === 0) return false;
      const step = updateStep(database, 'apiKeys', [
        { filter: { _id: id, revokedAt: { $exists: false } }, update: { $set: { revokedAt: at } } },
      ]);
      return (await writeAudited(database, [step], audit)) === 'committed';
    },
  };
}
