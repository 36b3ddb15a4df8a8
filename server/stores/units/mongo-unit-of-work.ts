import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { VaultCipher } from '../../ports/vault-cipher.ts';
import type { Database } from '../database.ts';
import { encryptPersonal } from './encrypt-personal.ts';
import { planUnit } from './plan-unit.ts';
import { transact } from './transact.ts';

/** Commits units to MongoDB, each in one transaction. */
export function createUnitOfWork(database: Database, cipher: VaultCipher): UnitOfWork {
  return {
    async commit(unit) {
      const personal = await encryptPersonal(database, cipher, unit.personal);
      const { journalId, steps } = planUnit(database, unit, personal);
      return transact(database, journalId, async (session) => {
        for (const step of steps) await step(session);
      });
    },
  };
}
