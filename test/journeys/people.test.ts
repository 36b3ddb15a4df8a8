import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../server/contract/http/session-view.ts';
import { makeUser, openPeopleHarness, PASSWORD, readAudit } from './people-harness.ts';
import type { PeopleHarness } from './people-harness.ts';

let harness: PeopleHarness;
beforeAll(async () => {
  const oidc = { issuer: 'https://sign-in.example', clientId: 'c', clientSecret: 's', name: 'Example ID' };
  harness = await openPeopleHarness(async () => oidc);
}, 120_000);
afterAll(() => harness?.close());

describe('people', () => {
  it('sign in whatever the case of their address, in every process, until they sign out', async () => {
    const root = await harness.openAs('root@EXAMPLE.com');
    const elsewhere = await root.call<SessionView>('GET', '/api/session', undefined, harness.bases[1]);
    expect([elsewhere.status, elsewhere.body.csrfToken]).toEqual([200, root.token]);
    expect((await root.call('GET', '/api/session')).status).toBe(200);
    expect((await root.call('DELETE', '/api/session')).status).toBe(204);
    expect((await root.call('GET', '/api/session', undefined, harness.bases[1])).status).toBe(401);
  });

  it('get a one-time password, and can do nothing before they replace it', async () => {
    const root = await harness.openAs('root@example.com');
    const made = await root.call<{ id: string; oneTimePassword: string }>('POST', '/api/users', {
      email: 'new@example.com',
      name: 'New',
      grants: [{ role: 'reviewer', programs: ['anumi'] }],
    });
    expect(made.body.oneTimePassword).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/);
    const person = await harness.openAs('new@example.com', made.body.oneTimePassword);
    expect((await person.call<{ code: string }>('GET', '/api/cases')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
    const change = (next: string) =>
      person.call<{ code: string; csrfToken: string }>('PUT', '/api/session/password', {
        current: made.body.oneTimePassword,
        next,
      });
    expect((await change('short')).body.code).toBe('PASSWORD_REFUSED');
    const changed = await change(PASSWORD);
    expect(changed.status).toBe(200);
    expect(changed.body.csrfToken).not.toBe(person.token);
    person.token = changed.body.csrfToken;
    expect((await person.call('GET', '/api/cases')).status).toBe(200);
    expect((await person.call('PUT', '/api/session/profile', { locale: 'zh', theme: 'dark' })).body).toMatchObject({
      locale: 'zh',
      theme: 'dark',
    });
    expect(await harness.open().signIn('new@example.com', made.body.oneTimePassword)).toBe(401);
    expect(
      (await root.call<{ code: string }>('POST', '/api/users', { email: 'NEW@example.com', name: 'Again', grants: [] }))
        .body.code,
    ).toBe('EMAIL_TAKEN');
  });

  it('are locked out after some failures, alike whether the account exists', async () => {
    const root = await harness.openAs('root@example.com');
    await makeUser(harness, root, 'slippery@example.com', []);
    for (const email of ['slippery@example.com', 'ghost@example.com']) {
      const outcomes: unknown[] = [];
      for (let n = 0; n < 6; n += 1) outcomes.push(await harness.open().signIn(email, 'a wrong password'));
      expect([email, outcomes]).toEqual([email, [401, 401, 401, 401, 401, 429]]);
    }
    const barred = await harness.open().call<{ code: string }>('POST', '/api/session', {
      email: 'slippery@example.com',
      password: PASSWORD,
    });
    expect([barred.status, barred.body.code, Number(barred.headers.get('retry-after')) > 0]).toEqual([
      429,
      'LOCKED_OUT',
      true,
    ]);
    const actions = (await readAudit(root, { actorKind: 'anonymous' })).map(({ action }) => action);
    expect(actions.filter((action) => action === 'session.locked_out').length).toBeGreaterThanOrEqual(2);
  });

  it('count every try, also of many at once', async () => {
    const root = await harness.openAs('root@example.com');
    await makeUser(harness, root, 'stormy@example.com', []);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => harness.open().signIn('stormy@example.com', `guess number ${n}`)),
    );
    expect(outcomes.every((status) => status === 401 || status === 429)).toBe(true);
    expect(await harness.open().signIn('stormy@example.com')).toBe(429);
  });

  it('who are locked, signed out or lose a role notice with the next request', async () => {
    const root = await harness.openAs('root@example.com');
    const id = await makeUser(harness, root, 'leaver@example.com', [{ role: 'reviewer', programs: ['*'] }]);
    const leaver = await harness.openAs('leaver@example.com');
    await root.call('PUT', `/api/users/${id}`, {
      grants: [{ role: 'operator', programs: ['anumi'] }],
      reason: 'moved to operations',
    });
    expect((await leaver.call('GET', '/api/cases.csv')).status).toBe(403);
    expect((await root.call('POST', `/api/users/${id}/sign-out`, {})).status).toBe(204);
    expect((await leaver.call('GET', '/api/session')).status).toBe(401);
    const again = await harness.openAs('leaver@example.com');
    await root.call('PUT', `/api/users/${id}`, { status: 'locked' });
    expect([
      (await again.call('GET', '/api/session')).status,
      await harness.open().signIn('leaver@example.com'),
    ]).toEqual([401, 401]);
    const changes = await readAudit(root, { subjectId: id, action: 'user.changed' });
    expect(changes).toMatchObject([
      {
        actor: { kind: 'user', name: 'Root' },
        reason: 'moved to operations',
        before: { grants: 'reviewer *' },
        after: { grants: 'operator anumi' },
        ip: expect.stringContaining('127.0.0.1'),
      },
    ]);
    expect(JSON.stringify(changes)).not.toContain('example.com');
  });

  it('cannot give themselves rights, nor leave nobody in charge, nor reach beyond their programs', async () => {
    const root = await harness.openAs('root@example.com');
    const self = (await root.call<SessionView>('GET', '/api/session')).body.user.id;
    const own = await root.call<{ code: string }>('PUT', `/api/users/${self}`, {
      grants: [{ role: 'policy_owner', programs: ['*'] }],
    });
    expect([own.status, own.body.code]).toEqual([403, 'FORBIDDEN']);
    await makeUser(harness, root, 'local@example.com', [{ role: 'admin', programs: ['anumi'] }]);
    const local = await harness.openAs('local@example.com');
    expect((await local.call('PUT', `/api/users/${self}`, { status: 'locked' })).status).toBe(403);
    expect(
      (
        await local.call('POST', '/api/users', {
          email: 'x@example.com',
          name: 'X',
          grants: [{ role: 'reviewer', programs: ['photoroom'] }],
        })
      ).status,
    ).toBe(403);
    expect(
      (await local.call('POST', '/api/api-keys', { name: 'x', programs: ['*'], verbs: ['cases:read'] })).status,
    ).toBe(403);
    const second = await makeUser(harness, root, 'second@example.com', [{ role: 'admin', programs: ['*'] }]);
    const other = await harness.openAs('second@example.com');
    expect((await other.call('PUT', `/api/users/${self}`, { grants: [] })).status).toBe(200);
    expect((await root.call('GET', '/api/users')).status).toBe(403);
    expect(
      (await other.call('PUT', `/api/users/${self}`, { grants: [{ role: 'admin', programs: ['*'] }] })).status,
    ).toBe(200);
    expect((await root.call<{ code: string }>('PUT', `/api/users/${second}`, { status: 'locked' })).status).toBe(200);
    expect((await readAudit(root, { action: 'request.refused' })).length).toBeGreaterThanOrEqual(4);
  });

  it('make keys that are shown once and revoke them with a reason', async () => {
    const root = await harness.openAs('root@example.com');
    const made = await root.call<{ id: string; secret: string }>('POST', '/api/api-keys', {
      name: 'shop',
      programs: ['anumi'],
      verbs: ['cases:read'],
    });
    expect([made.status, made.body.secret.slice(0, 4)]).toEqual([201, 'rdr_']);
    const useKey = async (): Promise<number> =>
      (await fetch(`${harness.bases[0]}/api/cases`, { headers: { Authorization: `Bearer ${made.body.secret}` } }))
        .status;
    expect(await useKey()).toBe(200);
    expect(JSON.stringify((await root.call('GET', '/api/api-keys')).body)).not.toContain(made.body.secret);
    expect((await root.call('POST', `/api/api-keys/${made.body.id}/revoke`, { reason: 'short' })).status).toBe(400);
    expect(
      (await root.call('POST', `/api/api-keys/${made.body.id}/revoke`, { reason: 'it leaked into a log' })).status,
    ).toBe(200);
    expect(await readAudit(root, { subjectId: made.body.id })).toMatchObject([
      { action: 'api_key.revoked', reason: 'it leaked into a log' },
      { action: 'api_key.created', after: { programs: ['anumi'] } },
    ]);
  });

  it('find the screens answered: overview, what waits, look-up, wallets, the instance', async () => {
    const root = await harness.openAs('root@example.com');
    const overview = await root.call<{ byDay: unknown[]; claims: object }>('GET', '/api/overview?days=7&program=anumi');
    expect(overview.body, JSON.stringify(overview.body)).toMatchObject({
      claims: { total: 0, previous: 0, automatic: 0 },
      oldestWaiting: null,
    });
    expect(overview.body.byDay).toHaveLength(7);
    expect((await root.call('GET', '/api/overview?days=0')).status).toBe(400);
    expect((await root.call('GET', '/api/waiting')).status).toBe(200);
    expect((await root.call('GET', '/api/lookup?q=anumi')).body).toMatchObject([{ type: 'policy', id: 'anumi' }]);
    expect((await root.call('GET', '/api/lookup?q=anumi/1')).body).toMatchObject([{ type: 'policy_version' }]);
    expect((await root.call('GET', '/api/wallets?filter=%7B%22customerId%22%3A%22c1%22%7D')).body).toEqual([]);
    expect((await harness.open().call('GET', '/api/instance')).body).toMatchObject({
      status: 'ready',
      demo: false,
      signIn: { oidc: { name: 'Example ID', url: '/api/session/oidc' } },
    });
  });
});
