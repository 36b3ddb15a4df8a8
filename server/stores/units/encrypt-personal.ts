import type { PersonalRow } from '../../ports/personal-data.ts';
import type { VaultCipher, WrappedKey } from '../../ports/vault-cipher.ts';
import type { Database } from '../database.ts';
import type { PersonalDataRow, PersonalKeyRow } from '../rows/rows.ts';

/** Encrypted rows, and the keys that have to be stored with them since their owners had none. */
export interface EncryptedPersonal {
  readonly keys: readonly PersonalKeyRow[];
  readonly rows: readonly PersonalDataRow[];
}

/** Encrypts rows under their owners' keys. Reads; writes nothing, so that keys and rows can be part of the caller's transaction. */
export async function encryptPersonal(
  database: Database,
  cipher: VaultCipher,
  rows: readonly PersonalRow[],
): Promise<EncryptedPersonal> {
  if (rows.length === 0) return { keys: [], rows: [] };
  const keys = await loadKeys(database, [...new Set(rows.map((row) => row.owner))]);
  const created: PersonalKeyRow[] = [];
  const encrypted = rows.map(({ id, content, ...rest }) => {
    let key = keys.get(rest.owner);
    if (key === undefined) {
      key = cipher.createKey(rest.owner);
      keys.set(rest.owner, key);
      created.push({ _id: rest.owner, key, createdAt: rest.at });
    }
    return { _id: id, ...rest, sealed: cipher.seal(key, rest.owner, id, JSON.stringify(content ?? null)) };
  });
  return { keys: created, rows: encrypted };
}

/** Wrapped keys by owner; an owner without one is absent. */
export async function loadKeys(database: Database, owners: readonly string[]): Promise<Map<string, WrappedKey>> {
  const found = await database
    .collection('personalKeys')
    .find({ _id: { $in: owners } }, { projection: { key: 1 }, promoteBuffers: true })
    .toArray();
  return new Map(found.map((row) => [row._id, row.key]));
}
