import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/contract/error-registry.ts';
import { SESSION_ABSOLUTE_MS } from '../../../server/http/access/sessions.ts';
import { buildUser, grant } from '../../builders/users.ts';
import { bearer, createTestApp, NOW } from '../../fakes/http-app.ts';
import { signInAs } from '../../fakes/sign-in.ts';
import { FakeUseCases } from '../../fakes/use-cases.ts';

const GOOD = { email: 'ada@example.com', password: 'right' };

describe('signing in', () => {
  it('answers the session and sets a cookie that no script and no other site can use', async () => {
    const { app, users } = createTestApp();
    users.set('user-1', buildUser());
    const answer = await request(app).post('/api/session').send(GOOD);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      user: { id: 'user-1', email: GOOD.email },
      permissions: [{ subject: 'self' }],
    });
    expect(answer.body.csrfToken).toMatch(/^[0-9a-f]{64}$/);
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^redress\.sid=s%3A/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain('Secure');
    expect(JSON.stringify(answer.body)).not.toMatch(/passwordHash|sessionEpoch/);
  });

  it('with https in front sets a cookie for https alone', async () => {
    const { app } = createTestApp(new FakeUseCases(), {
      sessions: { secret: 'a secret of the tests', secure: true },
      trustedProxies: 1,
    });
    const answer = await request(app).post('/api/session').set('X-Forwarded-Proto', 'https').send(GOOD);
    expect(String(answer.headers['set-cookie'])).toContain('Secure');
  });

  it.each([
    ['https in front', true],
    ['plain http', false],
  ])('elsewhere is remembered in a cookie that goes where the session’s does, with %s', async (_what, secure) => {
    const { app } = createTestApp(new FakeUseCases(), {
      sessions: { secret: 'a secret of the tests', secure },
      trustedProxies: 1,
    });
    for (const path of ['/api/session/oidc', '/api/session/oidc/callback?state=x']) {
      const answer = await request(app)
        .get(path)
        .set('X-Forwarded-Proto', secure ? 'https' : 'http');
      const cookies = (answer.headers['set-cookie'] ?? []) as unknown as string[];
      const cookie = cookies.find((one) => one.startsWith('redress.oidc='));
      expect([path, answer.status, cookie?.endsWith('; Secure')]).toEqual([path, 302, secure]);
    }
  });

  it('gives a new id, so that one known before is worth nothing', async () => {
    const test = createTestApp();
    const first = await signInAs(test, []);
    const second = await request(test.app).post('/api/session').set(first).send(GOOD);
    expect(String(second.headers['set-cookie'])).not.toContain(first.Cookie);
    expect((await request(test.app).get('/api/session').set('Cookie', first.Cookie)).status).toBe(401);
  });

  it('that fails sets no cookie', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .post('/api/session')
      .send({ ...GOOD, password: 'wrong' });
    expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([401, 'SIGN_IN_FAILED', undefined]);
  });

  it('tells when a locked account may try again', async () => {
    const fake = new FakeUseCases('anumi', {
      signIn: () => Promise.reject(new AppError('LOCKED_OUT', 'Later.', { retryAfterSeconds: 30 })),
    });
    const answer = await request(createTestApp(fake).app).post('/api/session').send(GOOD);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([429, 'LOCKED_OUT', '30']);
  });
});

describe('a session', () => {
  it('goes on from request to request, with the same token', async () => {
    const user = buildUser({ grants: [grant('reviewer')] });
    const test = createTestApp(new FakeUseCases('anumi', { getUser: async () => user }));
    const headers = await signInAs(test, user.grants);
    const answer = await request(test.app).get('/api/session').set(headers);
    expect([answer.status, answer.body.csrfToken]).toEqual([200, headers['X-CSRF-Token']]);
    expect(answer.body.permissions).toContainEqual({ action: ['read', 'export', 'replay'], subject: 'decision' });
  });

  it.each([
    ['is signed out everywhere', { sessionEpoch: 1 }],
    ['is locked', { status: 'locked' as const }],
  ])('ends at once where its user %s', async (_what, change) => {
    const test = createTestApp();
    const headers = await signInAs(test, []);
    test.users.set('user-1', buildUser(change));
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(401);
    test.users.set('user-1', buildUser());
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(401);
  });

  it('ends a day after the sign-in, however much it is used', async () => {
    let now = NOW;
    const test = createTestApp(new FakeUseCases(), { clock: { now: () => now } });
    const headers = await signInAs(test, []);
    now += SESSION_ABSOLUTE_MS;
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(200);
    now += 1;
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(401);
  });

  it('ends by signing out; its cookie is worth nothing then', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, []);
    expect((await request(test.app).delete('/api/session').set(headers)).status).toBe(204);
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(401);
    expect(test.fake.listCalls('signOut')).toHaveLength(1);
  });

  it('does nothing before a one-time password is replaced but that', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('admin')], { mustChangePassword: true });
    const refused = await request(test.app).get('/api/cases').set(headers);
    expect([refused.status, refused.body.code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    expect((await request(test.app).get('/api/session').set(headers)).status).toBe(200);
    for (const path of ['/api/waiting', '/api/lookup?q=k1']) {
      const { status, body } = await request(test.app).get(path).set(headers);
      expect([path, status, body.code]).toEqual([path, 403, 'PASSWORD_CHANGE_REQUIRED']);
    }
    expect(test.fake.calls.map(({ name }) => name)).toEqual(['getUser']);
    test.users.set('user-1', buildUser({ sessionEpoch: 1 }));
    const changed = await request(test.app)
      .put('/api/session/password')
      .set(headers)
      .send({ current: 'right', next: 'a rather long one' });
    expect(changed.status, changed.text).toBe(401);
  });

  it('with a forged or foreign cookie is nobody’s', async () => {
    const { app } = createTestApp();
    for (const cookie of ['redress.sid=s%3Aabc.def', 'redress.sid=abc', 'redress.sid=']) {
      expect((await request(app).get('/api/session').set('Cookie', cookie)).status).toBe(401);
    }
  });

  it('is not looked at where a key is sent, and a key needs no token', async () => {
    const test = createTestApp();
    const { Cookie } = await signInAs(test, []);
    const answer = await request(test.app)
      .post('/api/decisions/d1/replay')
      .set({ ...bearer(), Cookie });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    expect(
      (
        await request(test.app)
          .get('/api/session')
          .set({ ...bearer('rdr_unknown'), Cookie })
      ).status,
    ).toBe(401);
  });
});
