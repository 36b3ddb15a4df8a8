import type { mongo } from 'mongoose';
import { COLLECTIONS, type CollectionKey } from '../collections.ts';
import type { Database } from '../database.ts';
import type { Rows } from '../rows/rows.ts';
import { isDuplicateCode } from '../store-error.ts';
import { GuardLost, NameTaken } from './transact.ts';

/** The part of a transaction that writes one collection. */
export type WriteStep = (session: mongo.ClientSession) => Promise<void>;

/** One row to insert, or to put in the place of the one that `filter` selects. */
export type RowWrite<Row> = { readonly insert: Row } | { readonly filter: mongo.Filter<Row>; readonly replace: Row };

/** What a taken name means: `NameTaken` for what may happen once, `GuardLost` for what somebody else has just made. */
type Taken = typeof NameTaken | typeof GuardLost;

/** Inserts rows whose names must be free; null where there are none. */
export function insertStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  rows: readonly Rows[Key][],
  taken: Taken = NameTaken,
): WriteStep | null {
  if (rows.length === 0) return null;
  return async (session) => {
    await runWrite(database, { insert: COLLECTIONS[key], documents: rows, ordered: false }, session, taken);
  };
}

/** Inserts and replaces; every replacement must find its row, or the guard is lost. */
export function writeStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  writes: readonly RowWrite<Rows[Key]>[],
  taken: Taken = NameTaken,
): WriteStep | null {
  if (writes.length === 0) return null;
  const rows: Rows[Key][] = [];
  const replacements: { filter: mongo.Filter<Rows[Key]>; update: Rows[Key] }[] = [];
  for (const write of writes) {
    if ('insert' in write) rows.push(write.insert);
    else replacements.push({ filter: write.filter, update: write.replace });
  }
  const steps = [updateStep(database, key, replacements), insertStep(database, key, rows, taken)];
  return async (session) => {
    for (const step of steps) await step?.(session);
  };
}

/** Updates or replaces single rows; each must be found, or the guard is lost. */
export function updateStep<Key extends CollectionKey>(
  database: Database,
  key: Key,
  updates: readonly {
    readonly filter: mongo.Filter<Rows[Key]>;
    readonly update: mongo.UpdateFilter<Rows[Key]> | Rows[Key];
  }[],
): WriteStep | null {
  if (updates.length === 0) return null;
  const statements = updates.map(({ filter, update }) => ({ q: filter, u: update }));
  return async (session) => {
    const found = await runWrite(
      database,
      { update: COLLECTIONS[key], updates: statements, ordered: false },
      session,
      NameTaken,
    );
    if (found !== updates.length) throw new GuardLost(`${key}: ${updates.length - found} rows had moved on`);
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
    const removed = await runWrite(
      database,
      { delete: COLLECTIONS[key], deletes: [{ q: { _id: { $in: ids } }, limit: 0 }] },
      session,
      NameTaken,
    );
    if (all && removed !== ids.length) throw new GuardLost(`${key}: ${ids.length - removed} rows are gone`);
  };
}

/** The reply to a write command. */
interface WriteReply {
  readonly n: number;
  readonly writeErrors?: readonly { readonly code: number; readonly errmsg: string }[];
}

/**
 * Runs a write command as it is: the driver's bulk interfaces measure and wrap every document, which costs as much as sending it.
 * Answers how many rows were found.
 */
async function runWrite(
  database: Database,
  command: Readonly<Record<string, unknown>>,
  session: mongo.ClientSession,
  taken: Taken,
): Promise<number> {
  const { n, writeErrors } = (await database.db.command(command, { session })) as unknown as WriteReply;
  const [failed] = writeErrors ?? [];
  if (failed === undefined) return n;
  if (isDuplicateCode(failed.code)) throw new taken(`${failed.errmsg.split(' dup key')[0]}: a name is taken`);
  throw new WriteRefused(failed.code, failed.errmsg);
}

/** The server refused a row: it breaks a validator, or a right is missing. Nothing of the transaction stays. */
class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
