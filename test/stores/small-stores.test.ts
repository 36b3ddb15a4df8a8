import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import { NOON } from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describe('api keys', () => {
  const audit = (id: string): AuditEvent => ({
    id,
    action: 'api_key.created',
    actor: 'system/test',
    at: NOON,
    subject: { type: 'api_key', id: 'k1' },
  });
  const key = {
    id: 'k1',
    name: 'one',
    secretHash: 'ab12',
    programs: ['*'],
    verbs: ['cases:read' as const],
    createdAt: NOON,
  };

  it('are found by the hash of their secret, and revoked once, each change with its audit event', async () => {
    const { apiKeys, auditTrail } = harness.stores;
    await apiKeys.append(key, audit('ka1'));
    expect(await apiKeys.findByHash('ab12')).toEqual(key);
    expect(await apiKeys.findByHash('other')).toBeNull();
    await expect(apiKeys.append(key, audit('ka2'))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await apiKeys.revoke('k1', NOON + 1, audit('ka3'))).toBe(true);
    expect(await apiKeys.revoke('k1', NOON + 2, audit('ka4'))).toBe(false);
    expect(await apiKeys.revoke('none', NOON + 2, audit('ka5'))).toBe(false);
    expect(await apiKeys.list()).toEqual([{ ...key, revokedAt: NOON + 1 }]);
    const { items } = await auditTrail.list({ from: 0, to: 9, sort: ['at', 'ASC'], filter: { subjectId: 'k1' } });
    expect(items.map((event) => event.id)).toEqual(['ka1', 'ka3']);
  });
});

describe('calendars', () => {
  it('are kept under their digest and left as they are', async () => {
    const zone = { kind: 'zone' as const, zone: 'UTC', transitions: [{ from: 0, offsetMinutes: 0 }] };
    await Promise.all([1, 2, 3].map(() => harness.stores.calendars.append('digest', zone)));
    await harness.stores.calendars.append('digest', { ...zone, zone: 'Asia/Shanghai' });
    expect(await harness.stores.calendars.find('digest')).toEqual(zone);
    expect(await harness.stores.calendars.find('none')).toBeNull();
  });
});

describe('the sandbox’s book', () => {
  it('keeps a refund once, decides it once, and lists those that are to fail', async () => {
    const { sandbox } = harness.stores;
    const refund = {
      key: 'r1',
      program: 'anumi',
      paymentRef: 'sbx_late_fail',
      amountMinor: 5,
      currency: 'EUR',
      state: 'submitted' as const,
      createdAt: NOON,
      failsAt: NOON + 10,
    };
    expect([await sandbox.append(refund), await sandbox.append({ ...refund, amountMinor: 6 })]).toEqual([true, false]);
    expect(await sandbox.find('r1')).toEqual(refund);
    expect(await sandbox.listFailing(NOON + 10, 5)).toEqual([]);
    expect([await sandbox.decide('r1', 'settled', undefined), await sandbox.decide('r1', 'failed', 'late')]).toEqual([
      true,
      false,
    ]);
    expect(await sandbox.listFailing(NOON + 9, 5)).toEqual([]);
    expect((await sandbox.listFailing(NOON + 10, 5)).map((one) => one.key)).toEqual(['r1']);
    await sandbox.fail('r1', 'returned');
    await sandbox.fail('r1', 'again');
    expect(await sandbox.find('r1')).toEqual({
      key: 'r1',
      program: 'anumi',
      paymentRef: 'sbx_late_fail',
      amountMinor: 5,
      currency: 'EUR',
      state: 'failed',
      code: 'returned',
      createdAt: NOON,
    });
  });
});

describe('health', () => {
  it('tells the primary’s clock', async () => {
    const before = Date.now();
    const clock = await harness.stores.health.readPrimaryClock();
    expect(Math.abs(clock - before)).toBeLessThan(60_000);
  });

  it('knows whether the database is as new as the code', async () => {
    expect(await harness.stores.health.isMigrated()).toBe(true);
    const record = await harness.admin.collection('migrations').findOneAndDelete({ _id: '0001-foundation' });
    expect(await harness.stores.health.isMigrated()).toBe(false);
    await harness.admin
      .collection('migrations')
      .insertOne({ _id: '0001-foundation', appliedAt: record?.appliedAt ?? 0 });
  });
});
