import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/contract/error-registry.ts';
import type { ReadinessCheck } from '../../server/http/operations-routes.ts';
import { buildClaim } from '../builders/requests.ts';
import { bearer, createTestApp } from '../fakes/http-app.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';

describe('readiness', () => {
  const ok: ReadinessCheck = { name: 'mongodb', state: 'ok' };
  const slow: ReadinessCheck = { name: 'redis', state: 'degraded', detail: 'does not answer: effects wait' };
  const bad: ReadinessCheck = { name: 'policies', state: 'failed', detail: 'no program is published' };

  it.each([
    [[ok], 200, 'ready', undefined],
    [[ok, slow], 200, 'degraded', undefined],
    [[ok, slow, bad], 503, 'not_ready', '1'],
  ])('%j is %i', async (checks, status, word, retryAfter) => {
    const { app } = createTestApp(undefined, { readiness: async () => checks });
    const answer = await request(app).get('/readyz');
    expect([answer.status, answer.body.status, answer.headers['retry-after']]).toEqual([status, word, retryAfter]);
    expect(Object.keys(answer.body.checks)).toEqual(checks.map(({ name }) => name));
  });

  it('that cannot be found out is no readiness', async () => {
    const { app } = createTestApp(undefined, { readiness: () => Promise.reject(new Error('broken')) });
    expect((await request(app).get('/readyz')).status).toBe(503);
  });

  it('is not asked for life', async () => {
    const { app } = createTestApp(undefined, { readiness: () => Promise.reject(new Error('broken')) });
    const answer = await request(app).get('/healthz');
    expect([answer.status, answer.body]).toEqual([200, { status: 'alive' }]);
  });
});

describe('measures', () => {
  it('time requests by route pattern, never by id', async () => {
    const { app } = createTestApp();
    await request(app).get('/api/cases/secret-id').set(bearer());
    await request(app).get('/nowhere/secret-id');
    const page = await request(app).get('/metrics');
    expect(page.headers['content-type']).toMatch(/^text\/plain/);
    expect(page.text).toContain(
      'redress_http_request_duration_seconds_count{method="GET",route="/api/cases/:id",status="200"} 1',
    );
    expect(page.text).toContain('route="unmatched",status="404"');
    expect(page.text).not.toContain('secret-id');
  });
});

describe('documentation', () => {
  it('is served whole from here, under the content security policy', async () => {
    const { app } = createTestApp();
    const page = await request(app).get('/docs');
    const paths = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect((await request(app).get(path)).status, path).toBe(200);
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(page.text).not.toMatch(/<script>|https?:\/\//);
  });

  it('needs no key, and lists every address', async () => {
    const { app } = createTestApp();
    const answer = await request(app).get('/api/openapi.json');
    expect([answer.status, answer.body.openapi]).toEqual([200, '3.1.0']);
    expect(Object.keys(answer.body.paths)).toContain('/api/wallets/{program}/{id}');
  });

  it('gives out no other files of its viewer', async () => {
    const { app } = createTestApp();
    expect((await request(app).get('/docs/package.json')).status).toBe(404);
    expect((await request(app).get('/docs/../package.json')).status).toBe(404);
  });
});

describe('addresses that are not there', () => {
  it('are told by a problem', async () => {
    const { app } = createTestApp();
    const answer = await request(app).get('/api/nothing');
    expect([answer.status, answer.body.code, answer.headers['content-type']]).toEqual([
      404,
      'NOT_FOUND',
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('are told apart from methods that are not', async () => {
    const { app } = createTestApp();
    const answer = await request(app).delete('/api/claims').set(bearer());
    expect([answer.status, answer.body.code, answer.headers['allow']]).toEqual([405, 'METHOD_NOT_ALLOWED', 'POST']);
  });
});

describe('request ids', () => {
  it.each([
    ['abc-123.X_9', true],
    ['bad id', false],
    ['x'.repeat(101), false],
    ['"quoted"', false],
  ])('%j is taken: %s', async (given, taken) => {
    const { app } = createTestApp();
    const answer = await request(app).get('/api/nothing').set('X-Request-Id', given);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
    expect(answer.body.requestId === given).toBe(taken);
    expect(answer.body.requestId).toMatch(/^[A-Za-z0-9._-]{1,100}$/);
  });
});

describe('errors that nobody expected', () => {
  it.each([
    ['an exception', new Error('password hunter2 of a@b.test')],
    ['an error of the registry that should never be', new AppError('CALENDAR_MISSING', 'digest xyz')],
    ['a thrown text', 'hunter2'],
  ])('%s is answered without a word about it, and logged once', async (_what, error) => {
    const { app, lines } = createTestApp(new FakeUseCases('anumi', { getCase: () => Promise.reject(error as Error) }));
    const answer = await request(app).get('/api/cases/case-1').set(bearer());
    expect([answer.status, answer.body.code]).toEqual([500, 'INTERNAL']);
    expect(answer.text).not.toMatch(/hunter2|digest xyz|stack|node_modules/);
    const errors = lines.filter((line) => line['level'] === 50);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ requestId: answer.body.requestId });
  });

  it('while the store is away, the key cannot be looked up: try again', async () => {
    const { app } = createTestApp(undefined, {
      apiKeys: { findByHash: () => Promise.reject(new AppError('STORE_UNAVAILABLE', 'Try again.')) },
    });
    const answer = await request(app).get('/api/cases').set(bearer());
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'STORE_UNAVAILABLE', '1']);
  });
});

describe('the log', () => {
  it('has one line a request, without bodies, keys, queries or ids', async () => {
    const { app, lines } = createTestApp();
    const body = buildClaim({
      customerId: 'cust-secret',
      sender: { email: 'who@example.test' },
      fields: { description: 'very private' },
    });
    await request(app)
      .post('/api/claims')
      .set({ ...bearer(), 'Idempotency-Key': 'key-secret' })
      .send(body);
    await request(app)
      .get('/api/cases/case-secret')
      .query({ filter: '{"customerId":"who@example.test"}' })
      .set(bearer());
    await request(app).get('/healthz');
    expect(lines).toMatchObject([
      { method: 'POST', route: '/api/claims', status: 201, msg: 'request done' },
      { method: 'GET', route: '/api/cases/:id', status: 400 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|private|who@|Bearer|rdr_/);
    expect(lines[0]?.['requestId']).toEqual(expect.stringMatching(/.+/));
  });
});
