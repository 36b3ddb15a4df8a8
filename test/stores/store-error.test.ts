import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVaultCipher } from '../../server/providers/vault-cipher.ts';
import { createStores } from '../../server/stores/create-stores.ts';
import { isAway, isConflict, isDuplicate, toStoreError, withStoreErrors } from '../../server/stores/store-error.ts';
import { keyOf, sampleCustomer, sampleUnit } from '../suites/sample-documents.ts';
import { openStoreHarness, TEST_SECRET } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const AWAY = { code: 'STORE_UNAVAILABLE', retryAfterSeconds: 5 };

describe('errors of the store', () => {
  it.each([
    ['the network', new mongo.MongoNetworkError('reset')],
    ['the network, in time', new mongo.MongoNetworkTimeoutError('slow')],
    ['a topology that was closed', new mongo.MongoTopologyClosedError('closed')],
    ['no primary', new mongo.MongoServerError({ message: 'not primary', code: 10_107 })],
    ['a primary that steps down', new mongo.MongoServerError({ message: 'stepped down', code: 189 })],
    ['a server that shuts down', new mongo.MongoServerError({ message: 'shutdown', code: 11_600 })],
  ])('say that the database is away: %s', (_name, error) => {
    expect(toStoreError(error)).toMatchObject({ ...AWAY, cause: error });
  });

  it('leave every other error as it is', () => {
    const forbidden = new mongo.MongoServerError({ message: 'not authorised', code: 13 });
    expect(toStoreError(forbidden)).toBe(forbidden);
    const bug = new TypeError('a bug');
    expect(toStoreError(bug)).toBe(bug);
    expect([isDuplicate(bug), isConflict(bug), isConflict(forbidden)]).toEqual([false, false, false]);
    expect(isDuplicate(new mongo.MongoServerError({ message: 'taken', code: 11_000 }))).toBe(true);
  });

  it('are put right around every method of a port', async () => {
    const port = withStoreErrors({
      find: async (id: string) => Promise.reject(new mongo.MongoNetworkError(id)),
      limit: 3,
      list: async () => ['a'],
    });
    await expect(port.find('x')).rejects.toMatchObject(AWAY);
    expect([port.limit, await port.list()]).toEqual([3, ['a']]);
  });
});

describe('a bulk write that was cut off', () => {
  const cutOff = (inner: mongo.MongoError): mongo.MongoBulkWriteError => {
    const error = new mongo.MongoBulkWriteError(inner, {} as mongo.BulkWriteResult);
    Object.defineProperty(error, 'cause', { value: inner });
    return error;
  };

  it('says that the database is away, as the connection that failed does', () => {
    expect(isAway(cutOff(new mongo.MongoNetworkError('connection closed')))).toBe(true);
    expect(isAway(cutOff(new mongo.MongoServerError({ message: 'no', code: 121 })))).toBe(false);
  });

  it('keeps the label of a transaction that may succeed another time', () => {
    const inner = new mongo.MongoNetworkError('connection closed');
    inner.addErrorLabel('TransientTransactionError');
    expect(isConflict(cutOff(inner))).toBe(true);
  });
});

describe('a database that is away', () => {
  let harness: StoreHarness;
  beforeAll(async () => {
    harness = await openStoreHarness();
  });
  afterAll(() => harness.close());

  it('is told at the start', async () => {
    const started = createStores({
      uri: 'mongodb://127.0.0.1:9/redress?replicaSet=redress',
      cipher: createVaultCipher(TEST_SECRET),
      now: Date.now,
      selectionTimeoutMs: 200,
    });
    await expect(started).rejects.toMatchObject(AWAY);
  });

  it('is told by every call afterwards, and nothing was written', async () => {
    const stores = await createStores({
      uri: harness.uri,
      cipher: createVaultCipher(TEST_SECRET),
      now: Date.now,
      selectionTimeoutMs: 200,
    });
    await stores.close();
    const unit = sampleUnit({ guards: [{ customer: sampleCustomer('gone'), isNew: true }] });
    await expect(stores.units.commit(unit)).rejects.toMatchObject(AWAY);
    await expect(stores.files.load([keyOf('gone')], [])).rejects.toMatchObject(AWAY);
    await expect(stores.health.readPrimaryClock()).rejects.toMatchObject(AWAY);
    const audit = await harness.stores.audits.open(0);
    const customers: string[] = [];
    for await (const customer of audit.customers()) customers.push(customer.key);
    await audit.close();
    expect(customers).not.toContain(keyOf('gone'));
  });
});
