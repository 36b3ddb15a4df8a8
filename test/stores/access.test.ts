import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMMUTABLE_COLLECTIONS, provisionServiceUser } from '../../server/stores/access.ts';
import { COLLECTIONS } from '../../server/stores/collections.ts';
import { createTestDatabase } from '../setup/database.ts';
import type { TestDatabase } from '../setup/database.ts';

const FORBIDDEN = { code: 13 };
let database: TestDatabase;
let service: mongo.MongoClient;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await new mongo.MongoClient(database.uri).connect();
});
afterAll(async () => {
  await service.close();
  await database.drop();
});

describe.each(IMMUTABLE_COLLECTIONS)('the service user on %s', (name) => {
  const collection = (): mongo.Collection => service.db(database.name).collection(name);

  it('may insert and find', async () => {
    const { insertedId } = await collection().insertOne({ proof: 1 });
    expect(await collection().findOne({ _id: insertedId })).toMatchObject({ proof: 1 });
  });

  it('may not change, replace or remove', async () => {
    await expect(collection().updateOne({}, { $set: { proof: 2 } })).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().replaceOne({}, { proof: 2 }, { upsert: true })).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().findOneAndUpdate({}, { $set: { proof: 2 } })).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().findOneAndDelete({})).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().deleteMany({})).rejects.toMatchObject(FORBIDDEN);
    await expect(
      collection().bulkWrite([{ updateMany: { filter: {}, update: { $set: { proof: 2 } } } }]),
    ).rejects.toMatchObject(FORBIDDEN);
  });

  it('may not drop, rename, index or write through an aggregation', async () => {
    await expect(collection().drop()).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().rename('elsewhere')).rejects.toMatchObject(FORBIDDEN);
    await expect(collection().createIndex({ proof: 1 })).rejects.toMatchObject(FORBIDDEN);
    const out = service
      .db(database.name)
      .collection(COLLECTIONS.cases)
      .aggregate([{ $match: {} }, { $out: name }]);
    await expect(out.toArray()).rejects.toMatchObject(FORBIDDEN);
    const merge = service
      .db(database.name)
      .collection(COLLECTIONS.cases)
      .aggregate([{ $merge: { into: name, whenMatched: 'replace' } }]);
    await expect(merge.toArray()).rejects.toMatchObject(FORBIDDEN);
  });
});

describe('the service user elsewhere', () => {
  it('writes what changes and what must not in one transaction', async () => {
    const db = service.db(database.name);
    const session = service.startSession();
    try {
      session.startTransaction();
      await db.collection(COLLECTIONS.cases).insertOne({ status: 'settling' }, { session });
      await db.collection(COLLECTIONS.cases).updateOne({}, { $set: { status: 'closed' } }, { session });
      await db.collection(COLLECTIONS.decisions).insertOne({ of: 'the case' }, { session });
      await session.commitTransaction();
    } finally {
      await session.endSession();
    }
    expect(await db.collection(COLLECTIONS.decisions).countDocuments({ of: 'the case' })).toBe(1);
  });

  it('may not administrate, nor touch other databases or unknown collections', async () => {
    const db = service.db(database.name);
    await expect(db.dropDatabase()).rejects.toMatchObject(FORBIDDEN);
    await expect(db.collection('unheard_of').insertOne({})).rejects.toMatchObject(FORBIDDEN);
    await expect(db.command({ grantRolesToUser: 'redress', roles: ['dbOwner'] })).rejects.toMatchObject(FORBIDDEN);
    await expect(service.db('admin').command({ serverStatus: 1 })).rejects.toMatchObject(FORBIDDEN);
    await expect(service.db(`${database.name}_2`).collection('cases').findOne({})).rejects.toMatchObject(FORBIDDEN);
  });

  it('is provisioned again without harm, with a new password', async () => {
    await provisionServiceUser(database.adminUri, { database: database.name, user: 'redress', password: 'another' });
    const uri = new URL(database.uri);
    uri.password = 'another';
    const client = new mongo.MongoClient(uri.href);
    expect(await client.db(database.name).collection(COLLECTIONS.cases).countDocuments({})).toBeGreaterThanOrEqual(0);
    await client.close();
  });
});
