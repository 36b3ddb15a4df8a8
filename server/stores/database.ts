import { createConnection } from 'mongoose';
import type { Connection, mongo } from 'mongoose';
import { COLLECTIONS } from './collections.ts';
import type { CollectionKey } from './collections.ts';
import type { Rows } from './rows/rows.ts';
import { toStoreError } from './store-error.ts';

/** How to reach the database. `poolSize`: connections of this process. */
export interface DatabaseOptions {
  readonly uri: string;
  readonly poolSize?: number;
  /** How long a call looks for a primary before it gives up, ms; default 3,000, so that a request answers 503 while the client still waits. */
  readonly selectionTimeoutMs?: number;
}

/** The connected database. Rows are typed by collection; the driver is used directly where mongoose documents would cost. */
export interface Database {
  readonly connection: Connection;
  readonly client: mongo.MongoClient;
  readonly db: mongo.Db;
  collection<Key extends CollectionKey>(key: Key): mongo.Collection<Rows[Key]>;
}

/** Connects. Throws STORE_UNAVAILABLE where no primary answers in time. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection = createConnection(options.uri, {
    maxPoolSize: options.poolSize ?? 32,
    minPoolSize: 1,
    serverSelectionTimeoutMS: options.selectionTimeoutMs ?? 3_000,
    connectTimeoutMS: 3_000,
    waitQueueTimeoutMS: 5_000,
    socketTimeoutMS: 30_000,
    heartbeatFrequencyMS: 2_000,
    retryWrites: true,
    retryReads: true,
    w: 'majority',
    readPreference: 'primary',
    ignoreUndefined: true,
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false,
    appName: 'redress',
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw toStoreError(error);
  }
  const client = connection.getClient();
  const db = client.db(connection.name);
  return { connection, client, db, collection: (key) => db.collection(COLLECTIONS[key]) };
}
