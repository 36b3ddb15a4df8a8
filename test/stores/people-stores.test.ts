import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import { describePeople } from '../suites/people-suite.ts';
import { NOON } from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describePeople('MongoDB', async () => harness.stores);
describePeople('in memory', async () => createMemoryStores());

describe('an audit event', () => {
  it('is named in a journal', async () => {
    await harness.stores.auditTrail.append({
      id: 'audit-journal',
      action: 'user.changed',
      actor: 'user/root',
      at: NOON,
      subject: { type: 'user', id: 'someone' },
    });
    const row = await harness.admin.collection('auditEvents').findOne({ _id: 'audit-journal' });
    expect(await harness.admin.collection('journals').countDocuments({ body: { $regex: row?.digest ?? '-' } })).toBe(1);
  });
});

describe('failed sign-ins in MongoDB', () => {
  it('are forgotten a day after the bar of the last is over', async () => {
    const at = Date.now();
    await harness.stores.attempts.count('account/z', at, [5_000]);
    const row = await harness.admin.collection('signInAttempts').findOne({ _id: 'account/z' });
    expect(row).toEqual({
      _id: 'account/z',
      failures: 1,
      lockedUntil: at + 5_000,
      expiresOn: new Date(at + 5_000 + 86_400_000),
    });
  });
});

describe('sessions', () => {
  const session = {
    cookie: { maxAge: 1000, originalMaxAge: 1000, expires: new Date(Date.now() + 60_000) },
    userId: 'a',
  };
  const call = <T>(run: (done: (error?: unknown, value?: T) => void) => void): Promise<T | undefined> =>
    new Promise((resolve, reject) =>
      run((error, value) => (error === undefined || error === null ? resolve(value) : reject(error as Error))),
    );

  it('are kept, found, touched and ended by the restricted user', async () => {
    const { sessions } = harness.stores;
    await call((done) => sessions.set('sid', session as never, done));
    expect(await call((done) => sessions.get('sid', done as never))).toMatchObject({ userId: 'a' });
    await call((done) => sessions.touch('sid', { ...session, lastModified: new Date(0) } as never, done));
    await call((done) => sessions.destroy('sid', done));
    expect((await call((done) => sessions.get('sid', done as never))) ?? null).toBeNull();
  });

  it('end by themselves, by an index that the migration made', async () => {
    const indexes = await harness.admin.collection('sessions').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }));
  });
});
