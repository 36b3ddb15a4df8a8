import type { SandboxBook, SandboxRefund } from '../ports/sandbox-book.ts';
import type { Database } from './database.ts';
import { fromKeyRow, toKeyRow } from './rows/keyed-row.ts';
import { isDuplicate } from './store-error.ts';

/** The sandbox provider's memory in MongoDB. It is not ours in the sense of the ledger: no unit writes it. */
export function createSandboxBook(database: Database): SandboxBook {
  const refunds = database.collection('sandboxRefunds');
  return {
    async find(key) {
      const row = await refunds.findOne({ _id: key });
      return row === null ? null : fromKeyRow<SandboxRefund>(row);
    },
    async append(refund) {
      try {
        await refunds.insertOne(toKeyRow(refund));
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async decide(key, state, code) {
      const change = code === undefined ? { state } : { state, code };
      const { modifiedCount } = await refunds.updateOne({ _id: key, state: 'submitted' }, { $set: change });
      return modifiedCount === 1;
    },
    async listFailing(now, limit) {
      const rows = await refunds
        .find({ state: 'settled', failsAt: { $lte: now } })
        .sort({ failsAt: 1 })
        .limit(limit)
        .toArray();
      return rows.map((row) => fromKeyRow<SandboxRefund>(row));
    },
    async fail(key, code) {
      await refunds.updateOne(
        { _id: key, state: 'settled' },
        { $set: { state: 'failed', code }, $unset: { failsAt: 1 } },
      );
    },
  };
}
