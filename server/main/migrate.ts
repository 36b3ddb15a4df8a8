import { migrate as migrateStores } from '../stores/migrate.ts';
import type { Config } from './config.ts';

/** Brings the database's structure up to this code, as the identity that may; says what it did, and answers it. Safe at any number of starts, also at once. */
export async function migrate(config: Pick<Config, 'mongodbAdminUri'>): Promise<readonly string[]> {
  const { applied } = await migrateStores(config.mongodbAdminUri);
  for (const id of applied) process.stdout.write(`Migrated the database: ${id}\n`);
  return applied;
}
