import type { PersonalData, PersonalOwner, PersonalRow } from '../ports/personal-data.ts';
import type { VaultCipher } from '../ports/vault-cipher.ts';
import type { Database } from './database.ts';
import type { PersonalDataRow } from './rows/rows.ts';
import { encryptPersonal, loadKeys } from './units/encrypt-personal.ts';
import { GuardLost, transact } from './units/transact.ts';
import { insertStep } from './units/write-step.ts';

const ATTEMPTS = 5;

/** The vault in MongoDB. A row whose owner's key is gone counts as erased. */
export function createPersonalData(database: Database, cipher: VaultCipher): PersonalData {
  const personal = database.collection('personal');
  const find = (filter: { _id: { $in: readonly string[] } } | { owner: PersonalOwner }): Promise<PersonalDataRow[]> =>
    personal.find(filter, { promoteBuffers: true }).toArray();
  return {
    async read(ids) {
      const opened = await open(database, cipher, ids.length === 0 ? [] : await find({ _id: { $in: ids } }));
      return new Map(opened.map((row) => [row.id, row.content]));
    },
    async listByOwner(owner) {
      const opened = await open(database, cipher, await find({ owner }));
      return opened.map(({ id, kind, at, content }) => ({ id, kind, at, content }));
    },
    append: (rows) => append(database, cipher, rows),
    async erase(owner) {
      await database.collection('personalKeys').deleteOne({ _id: owner });
      const { deletedCount } = await personal.deleteMany({ owner });
      return { rows: deletedCount };
    },
    async remove(ids) {
      if (ids.length > 0) await personal.deleteMany({ _id: { $in: ids } });
    },
  };
}

async function open(database: Database, cipher: VaultCipher, rows: readonly PersonalDataRow[]): Promise<PersonalRow[]> {
  if (rows.length === 0) return [];
  const keys = await loadKeys(database, [...new Set(rows.map((row) => row.owner))]);
  return rows.flatMap(({ _id, owner, kind, at, sealed }) => {
    const key = keys.get(owner);
    if (key === undefined) return [];
    return [{ id: _id, owner, kind, at, content: JSON.parse(cipher.open(key, owner, _id, sealed)) as unknown }];
  });
}

/** A key that another process made for the same owner meanwhile is a conflict: read it and encrypt again. */
async function append(database: Database, cipher: VaultCipher, rows: readonly PersonalRow[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const encrypted = await encryptPersonal(database, cipher, rows);
    const steps = [
      insertStep(database, 'personalKeys', encrypted.keys, GuardLost),
      insertStep(database, 'personal', encrypted.rows),
    ];
    const outcome = await transact(database, null, async (session) => {
      for (const step of steps) await step?.(session);
    });
    if (outcome === 'committed') return;
    if (outcome === 'duplicate') throw new Error('A row of personal data of this id exists already.');
  }
  throw new Error(`${rows.length} rows of personal data could not be saved in ${ATTEMPTS} attempts`);
}
