import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../server/core/access/role.ts';
import type { Config } from '../../server/main/config.ts';
import { loadSettings } from '../../server/main/config.ts';
import { ensureEmbeddedCredentials, findCredentials } from '../../server/main/credentials.ts';
import { ensureDemoUsers } from '../../server/main/demo-users.ts';
import { createUserFromCli, listUsersForCli } from '../../server/main/users-command.ts';
import { presentSetupError, SetupError } from '../../server/main/setup-error.ts';
import { createPasswords } from '../../server/providers/passwords.ts';
import { openStoreHarness, TEST_SECRET } from '../stores/store-harness.ts';
import type { StoreHarness } from '../stores/store-harness.ts';

let harness: StoreHarness;
let config: Config;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  await harness.admin.collection('users').deleteMany({});
  await harness.admin.collection('signInNames').deleteMany({});
  const dataDir = await mkdtemp(join(tmpdir(), 'redress-users-'));
  config = {
    ...loadSettings({ REDRESS_DATA_DIR: dataDir }),
    mongodbUri: harness.uri,
    mongodbAdminUri: harness.uri,
    redisUrl: 'redis://unused.invalid',
    secret: TEST_SECRET,
  };
  await ensureEmbeddedCredentials(config);
  return () => rm(dataDir, { recursive: true, force: true });
});

describe('the embedded default’s users', () => {
  it('are one per role, with passwords that work and that no two share', async () => {
    const users = await ensureDemoUsers(config);
    expect(new Set(users.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(new Set(users.map(({ password }) => password)).size).toBe(users.length);
    expect((await findCredentials(config))?.users).toEqual(users);
    for (const { email, password, roles } of users) {
      const stored = await harness.stores.users.findByEmail(email);
      expect(stored).toMatchObject({
        demo: true,
        mustChangePassword: false,
        grants: [{ role: roles[0], programs: ['*'] }],
      });
      expect(await createPasswords().verify(stored?.passwordHash, password)).toBe(true);
    }
  });

  it('stay as they are at later starts, whatever was changed since', async () => {
    const first = await ensureDemoUsers(config);
    await harness.admin
      .collection('users')
      .updateOne({ email: 'admin@redress.example' }, { $set: { name: 'Renamed' } });
    expect(await ensureDemoUsers({ ...config, adminPassword: 'another password' })).toEqual(first);
    expect((await harness.stores.users.findByEmail('admin@redress.example'))?.name).toBe('Renamed');
    expect(await harness.admin.collection('users').countDocuments({})).toBe(first.length);
  });

  it('have REDRESS_ADMIN_PASSWORD where it is set at the first start', async () => {
    const users = await ensureDemoUsers({ ...config, adminPassword: 'chosen-by-the-owner' });
    expect(new Set(users.map(({ password }) => password))).toEqual(new Set(['chosen-by-the-owner']));
  });
});

describe('the command line', () => {
  it('makes the first admin, with a password of their own or for one sign-in', async () => {
    const own = await createUserFromCli(config, { email: 'a@example.com', role: 'admin' }, 'the tides of march');
    expect(own.oneTimePassword).toBeNull();
    const { oneTimePassword } = await createUserFromCli(
      config,
      { email: 'b@example.com', name: 'B', role: 'auditor' },
      null,
    );
    const stored = await harness.stores.users.findByEmail('b@example.com');
    expect(stored).toMatchObject({ name: 'B', mustChangePassword: true, passwordExpiresAt: expect.any(Number) });
    expect(await createPasswords().verify(stored?.passwordHash, oneTimePassword ?? '')).toBe(true);
    expect((await listUsersForCli(config)).map((line) => line.split('\t').slice(1))).toEqual([
      ['active', 'a@example.com', 'admin (*)'],
      ['active', 'b@example.com', 'auditor (*)'],
    ]);
    const events = await harness.admin
      .collection('auditEvents')
      .find({ action: 'user.created', actor: 'system/cli' })
      .toArray();
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/example\.com|argon2|tides/);
  });

  it('says in words of its own what cannot be done, and that of nothing that failed to start', async () => {
    await createUserFromCli(config, { email: 'a@example.com', role: 'admin' }, null);
    const refusal = await createUserFromCli(config, { email: 'A@example.com', role: 'admin' }, null).catch(
      (error: unknown) => error,
    );
    const text = refusal instanceof SetupError ? presentSetupError(refusal) : '';
    expect(text).toMatch(/^No user was made: A@example\.com is the address of a user already\.\n {2}→ /);
  });

  it.each(['nobody', 'a b@example.com', '@', ''])('makes no user of %j, who could never sign in', async (email) => {
    await expect(createUserFromCli(config, { email, name: 'C', role: 'admin' }, null)).rejects.toThrow(
      'No user was made: --email must',
    );
    expect(await listUsersForCli(config)).toEqual([]);
  });

  it.each([
    ['a weak password', { email: 'c@example.com', role: 'admin' as const }, 'short', 'at least 12 characters'],
    [
      'an unknown program',
      { email: 'c@example.com', role: 'admin' as const, program: ['nowhere'] },
      null,
      'no program nowhere',
    ],
  ])('refuses %s', async (_what, wanted, password, words) => {
    await expect(createUserFromCli(config, wanted, password)).rejects.toThrow(words);
    expect(await harness.stores.users.findByEmail('c@example.com')).toBeNull();
  });
});

describe('passwords', () => {
  it('are argon2id, and nobody’s takes as much work as somebody’s', async () => {
    const passwords = createPasswords();
    const hash = await passwords.hash('the tides of march');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([
      await passwords.verify(hash, 'the tides of march'),
      await passwords.verify(hash, 'the ides of march'),
    ]).toEqual([true, false]);
    expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
  });
});
