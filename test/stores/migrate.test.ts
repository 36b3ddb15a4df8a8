import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../server/stores/collections.ts';
import { openDatabase } from '../../server/stores/database.ts';
import type { Database } from '../../server/stores/database.ts';
import { listMissingMigrations, migrate } from '../../server/stores/migrate.ts';
import { MIGRATIONS } from '../../server/stores/migrations/migrations.ts';
import { sampleLot, sampleOrder, sampleUnit } from '../suites/sample-documents.ts';
import { createUnitOfWork } from '../../server/stores/units/mongo-unit-of-work.ts';
import { createVaultCipher } from '../../server/providers/vault-cipher.ts';
import { createTestDatabase } from '../setup/database.ts';
import type { TestDatabase } from '../setup/database.ts';
import { TEST_SECRET } from './store-harness.ts';

describe('migrations', () => {
  let database: TestDatabase;
  let admin: Database;
  let service: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = await openDatabase({ uri: database.adminUri });
    service = await openDatabase({ uri: database.uri });
  });
  afterAll(async () => {
    await admin.connection.close();
    await service.connection.close();
    await database.drop();
  });

  it('are carried out once by however many start at once', async () => {
    expect(await listMissingMigrations(admin)).toEqual(MIGRATIONS.map((migration) => migration.id));
    const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(database.adminUri)));
    expect(reports.every((report) => report.applied.length + report.alreadyThere.length === MIGRATIONS.length)).toBe(
      true,
    );
    expect(await listMissingMigrations(service)).toEqual([]);
    expect(await migrate(database.adminUri)).toEqual({
      applied: [],
      alreadyThere: MIGRATIONS.map((migration) => migration.id),
    });
  });

  it('make every collection that the code names, and none besides', async () => {
    const collections = await admin.client.db(database.name).listCollections().toArray();
    expect(collections.map((collection) => collection.name).toSorted()).toEqual(Object.values(COLLECTIONS).toSorted());
  });

  it('let answers to repeated requests, failed sign-ins and sessions end by themselves, and nothing else', async () => {
    const ending: string[] = [];
    for (const name of Object.values(COLLECTIONS)) {
      const indexes = await admin.client.db(database.name).collection(name).indexes();
      if (indexes.some((index) => index.expireAfterSeconds !== undefined)) ending.push(name);
    }
    expect(ending).toEqual([COLLECTIONS.idempotency, COLLECTIONS.signInAttempts, COLLECTIONS.sessions]);
  });

  it('are not for the service’s own user', async () => {
    await expect(service.client.db(database.name).createCollection('more')).rejects.toMatchObject({ code: 13 });
    await expect(service.collection('cases').createIndex({ status: 1 })).rejects.toMatchObject({ code: 13 });
    await expect(service.collection('migrations').deleteMany({})).rejects.toMatchObject({ code: 13 });
  });

  it('make the server refuse credits and refunds out of thin air, whoever writes them', async () => {
    const units = createUnitOfWork(service, createVaultCipher(TEST_SECRET));
    const lots = [{ doc: sampleLot('u', 'o1', { remaining: -1 }), isNew: true }];
    await expect(units.commit(sampleUnit({ lots }))).rejects.toMatchObject({ code: 121 });
    const orders = [{ doc: sampleOrder('u', 'o1', { refundedMinor: 600, refundingMinor: 400 }), isNew: true }];
    await expect(units.commit(sampleUnit({ orders }))).rejects.toMatchObject({ code: 121 });
    expect(
      await units.commit(
        sampleUnit({
          orders: [{ doc: sampleOrder('u', 'o1', { refundedMinor: 600, refundingMinor: 399 }), isNew: true }],
        }),
      ),
    ).toBe('committed');
  });
});
