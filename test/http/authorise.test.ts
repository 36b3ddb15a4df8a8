import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import { bearer, buildKey, createTestApp, FULL_KEY } from '../fakes/http-app.ts';
import type { TestApp } from '../fakes/http-app.ts';
import { sendEndpoint as send } from '../fakes/send-endpoint.ts';

/** What keys may do; what takes a person is told by the table of permissions. */
const table = ENDPOINTS.filter(({ verb }) => verb !== null).map(
  (endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const,
);

describe.each(table)('%s', (_name, endpoint) => {
  it('does its work for a key that may', async () => {
    const test = createTestApp();
    const answer = await send(test, endpoint, bearer());
    expect(answer.status, answer.text).toBe(endpoint.status);
    if (endpoint.media === undefined) expect(endpoint.reply.safeParse(answer.body).success).toBe(true);
  });

  it.each([
    ['no header', {}],
    ['another scheme', { Authorization: 'Basic abc' }],
    ['an unknown key', bearer('rdr_unknown')],
    ['an empty key', { Authorization: 'Bearer ' }],
    ['a revoked key', bearer('rdr_revoked')],
  ])('refuses %s with 401', async (_what, headers) => {
    const test = createTestApp();
    test.keys.set('rdr_revoked', { ...buildKey('rdr_revoked'), revokedAt: 1 });
    const answer = await send(test, endpoint, headers);
    expect([answer.status, answer.body.code, answer.headers['www-authenticate']]).toEqual([
      401,
      'UNAUTHENTICATED',
      'Bearer',
    ]);
    expect(test.fake.calls).toEqual([]);
  });

  it('refuses a key without its verb with 403', async () => {
    const test = createTestApp();
    test.keys.set(
      'rdr_weak',
      buildKey(
        'rdr_weak',
        ['*'],
        KEY_VERBS.filter((verb) => verb !== endpoint.verb),
      ),
    );
    const answer = await send(test, endpoint, bearer('rdr_weak'));
    expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
    expect(answer.body.detail).toContain(endpoint.verb);
    expect(test.fake.calls).toEqual([]);
  });

  it('keeps a key to its programs', async () => {
    const test = createTestApp();
    test.keys.set('rdr_other', buildKey('rdr_other', ['anypic']));
    const answer = await send(test, endpoint, bearer('rdr_other'));
    if (endpoint.scopeKind === 'filtered') {
      expect(answer.status).toBe(200);
      expect(JSON.stringify(test.fake.calls[0]?.args)).toContain('["anypic"]');
      return;
    }
    expect([403, 404]).toContain(answer.status);
    const changing = test.fake.calls.filter(({ name }) => !/^(get|list|answerOnce)/.test(name));
    expect(changing).toEqual([]);
  });

  it('serves a key of exactly its program', async () => {
    const test = createTestApp();
    test.keys.set('rdr_own', buildKey('rdr_own', ['anumi']));
    const answer = await send(test, endpoint, bearer('rdr_own'));
    expect(answer.status, answer.text).toBe(endpoint.status);
  });
});

describe('ids of other programs', () => {
  it('are answered word for word like ids that do not exist', async () => {
    const { AppError } = await import('../../server/contract/error-registry.ts');
    const { FakeUseCases } = await import('../fakes/use-cases.ts');
    const absent = createTestApp(
      new FakeUseCases('anumi', {
        getCase: async () => {
          throw new AppError('CASE_NOT_FOUND', 'There is no case secret.');
        },
      }),
    );
    const hidden = createTestApp(new FakeUseCases('anumi'));
    for (const test of [absent, hidden]) test.keys.set('rdr_other', buildKey('rdr_other', ['anypic']));
    const ask = (test: TestApp) =>
      request(test.app)
        .get('/api/cases/case-1')
        .set({ ...bearer('rdr_other'), 'X-Request-Id': 'same' });
    const [first, second] = [await ask(absent), await ask(hidden)];
    expect(first.status).toBe(404);
    expect(second.body).toEqual(first.body);
  });

  it('match nothing in a list, without asking for it', async () => {
    const test = createTestApp();
    test.keys.set('rdr_other', buildKey('rdr_other', ['anypic']));
    const answer = await request(test.app)
      .get('/api/cases')
      .query({ filter: '{"program":"anumi"}' })
      .set(bearer('rdr_other'));
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([200, [], 'cases */0']);
    expect(test.fake.calls).toEqual([]);
  });

  it('leaves the full key unnarrowed', async () => {
    const test = createTestApp();
    await request(test.app).get('/api/cases').set(bearer(FULL_KEY));
    expect(test.fake.listCalls('listCases')[0]?.[0]).toMatchObject({ filter: {} });
  });
});
