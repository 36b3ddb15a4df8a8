import type { mongo } from 'mongoose';
import type { CollectionKey } from '../collections.ts';
import type { Database } from '../database.ts';
import type { Rows } from '../rows/rows.ts';
import { isDuplicate } from '../store-error.ts';
import { GuardLost, NameTaken } from './transact.ts';

/** The part of a transaction that writes one collection. */
export type WriteStep = (session: mongo.ClientSession) => Promise<void>;

/** One row to insert, or to put in the place of the one that `filter` selects. */
export type RowWrite<Row> = { readonly insert: Row } | { readonly filter: mongo.Filter<Row>; readonly replace: Row };

/**
 * Inserts rows whose names must be free; null where there are none.
 * @param taken what a taken name means: `NameTaken` for what may happen once, `GuardLost` for what somebody else has just made
 */
export function insertStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  rows: readonly Rows[Key][],
  taken: typeof NameTaken | typeof GuardLost = NameTaken,
): WriteStep | null {
  if (rows.length === 0) return null;
  const documents = rows as readonly mongo.OptionalUnlessRequiredId<Rows[Key]>[];
  return (session) =>
    naming(key, taken, async () => {
      await database.collection(key).insertMany(documents, { session, ordered: false });
    });
}

/** Inserts and replaces; every replacement must find its row, or the guard is lost. */
export function writeStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  writes: readonly RowWrite<Rows[Key]>[],
  taken: typeof NameTaken | typeof GuardLost = NameTaken,
): WriteStep | null {
  if (writes.length === 0) return null;
  const operations = writes.map(toOperation);
  const replaced = writes.filter((write) => 'replace' in write).length;
  return (session) =>
    naming(key, taken, async () => {
      const result = await database.collection(key).bulkWrite(operations, { session, ordered: false });
      if (result.matchedCount !== replaced)
        throw new GuardLost(`${key}: ${replaced - result.matchedCount} rows had moved on`);
    });
}

/** Updates single rows; each must be found. */
export function updateStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  updates: readonly { readonly filter: mongo.Filter<Rows[Key]>; readonly update: mongo.UpdateFilter<Rows[Key]> }[],
): WriteStep | null {
  if (updates.length === 0) return null;
  return async (session) => {
    const result = await database.collection(key).bulkWrite(
      updates.map((updateOne) => ({ updateOne })),
      { session, ordered: false },
    );
    if (result.matchedCount !== updates.length)
      throw new GuardLost(`${key}: ${updates.length - result.matchedCount} rows had moved on`);
  };
}

/** Removes rows by name; where `all` must be there and one is not, the guard is lost. */
export function removeStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  ids: readonly string[],
  all: boolean,
): WriteStep | null {
  if (ids.length === 0) return null;
  return async (session) => {
    const filter = { _id: { $in: ids } } as unknown as mongo.Filter<Rows[Key]>;
    const { deletedCount } = await database.collection(key).deleteMany(filter, { session });
    if (all && deletedCount !== ids.length) throw new GuardLost(`${key}: ${ids.length - deletedCount} rows are gone`);
  };
}

function toOperation<Row extends mongo.Document>(write: RowWrite<Row>): mongo.AnyBulkWriteOperation<Row> {
  if ('insert' in write) return { insertOne: { document: write.insert as mongo.OptionalId<Row> } };
  return { replaceOne: { filter: write.filter, replacement: write.replace } };
}

async function naming(
  key: CollectionKey,
  taken: typeof NameTaken | typeof GuardLost,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isDuplicate(error)) throw new taken(`${key}: a name is taken`);
    throw error;
  }
}
