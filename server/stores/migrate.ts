import { COLLECTIONS } from './collections.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { isDuplicate } from './store-error.ts';

/** What a run of the migrations did. */
export interface MigrationReport {
  readonly applied: readonly string[];
  readonly alreadyThere: readonly string[];
}

/**
 * Carries out every migration that is not recorded yet. Two processes may do so at once: each step can be repeated.
 * @param adminUri an identity that may create collections and indexes, pointed at the service's database
 * @throws AppError STORE_UNAVAILABLE where the database cannot be reached
 */
export async function migrate(adminUri: string): Promise<MigrationReport> {
  const database = await openDatabase({ uri: adminUri, poolSize: 2 });
  try {
    const recorded = await listApplied(database);
    const missing = MIGRATIONS.filter((migration) => !recorded.has(migration.id));
    for (const migration of missing) {
      await migration.up(database.client.db(database.connection.name));
      await record(database, migration.id);
    }
    return {
      applied: missing.map((migration) => migration.id),
      alreadyThere: MIGRATIONS.filter((migration) => recorded.has(migration.id)).map((migration) => migration.id),
    };
  } finally {
    await database.connection.close();
  }
}

/** Names of the migrations that the database lacks; empty where it is ready for this code. */
export async function listMissingMigrations(database: Database): Promise<string[]> {
  const recorded = await listApplied(database);
  return MIGRATIONS.map((migration) => migration.id).filter((id) => !recorded.has(id));
}

async function listApplied(database: Database): Promise<Set<string>> {
  const rows = await database.client
    .db(database.connection.name)
    .collection<{ _id: string }>(COLLECTIONS.migrations)
    .find()
    .toArray();
  return new Set(rows.map((row) => row._id));
}

async function record(database: Database, id: string): Promise<void> {
  try {
    await database.collection('migrations').insertOne({ _id: id, appliedAt: Date.now() });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
