import { createVaultCipher } from '../../server/providers/vault-cipher.ts';
import { createStores } from '../../server/stores/create-stores.ts';
import type { Stores } from '../../server/stores/create-stores.ts';
import { openDatabase } from '../../server/stores/database.ts';
import type { Database } from '../../server/stores/database.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { createTestDatabase } from '../setup/database.ts';

export const TEST_SECRET = 'a test secret of more than thirty-two characters';

/** Migrated stores of a test file's own, and the administrator's view of them. */
export interface StoreHarness {
  readonly stores: Stores;
  readonly admin: Database;
  readonly uri: string;
  close(): Promise<void>;
}

/** Stores on the real MongoDB as the restricted service user. */
export async function openStoreHarness(): Promise<StoreHarness> {
  const database = await createTestDatabase();
  await migrate(database.adminUri);
  const stores = await createStores({ uri: database.uri, cipher: createVaultCipher(TEST_SECRET), now: Date.now });
  const admin = await openDatabase({ uri: database.adminUri });
  return {
    stores,
    admin,
    uri: database.uri,
    async close() {
      await stores.close();
      await admin.connection.close();
      await database.drop();
    },
  };
}
