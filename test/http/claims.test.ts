import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/contract/error-registry.ts';
import type { ClaimToFile } from '../../server/http/use-cases.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import { buildCaseRecord } from '../builders/case-record.ts';
import { buildClaim } from '../builders/requests.ts';
import { buildCaseView, buildDecisionView } from '../builders/views.ts';
import { bearer, buildKey, createTestApp } from '../fakes/http-app.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';

const file = (
  app: Parameters<typeof request>[0],
  body: unknown,
  headers: Record<string, string> = { 'Idempotency-Key': 'k1' },
) =>
  request(app)
    .post('/api/claims')
    .set({ ...bearer(), 'Content-Type': 'application/json', ...headers })
    .send(typeof body === 'string' ? body : JSON.stringify(body));

function filed(fake: FakeUseCases): ClaimToFile[] {
  return fake.listCalls('fileClaims').flatMap(([claims]) => claims as ClaimToFile[]);
}

describe('a claim', () => {
  it('is answered 201 with case and decision, and where the case is', async () => {
    const { app, fake } = createTestApp();
    const answer = await file(
      app,
      buildClaim({ sentAt: '2026-03-01T12:00:00.5+02:00', sender: { email: 'a@b.test' } }),
    );
    expect([answer.status, answer.headers['location'], answer.headers['idempotency-replayed']]).toEqual([
      201,
      '/api/cases/case-1',
      undefined,
    ]);
    expect(answer.body).toEqual({ case: buildCaseView('anumi'), decision: buildDecisionView('anumi') });
    expect(filed(fake)).toMatchObject([
      {
        request: { issue: 'other', sentAt: Date.UTC(2026, 2, 1, 10, 0, 0, 500), sender: { email: 'a@b.test' } },
        idempotencyKey: 'k1',
        actor: { kind: 'key', id: 'key-rdr_full_key_of_the_tests', requestId: answer.headers['x-request-id'] },
      },
    ]);
  });

  it('says when the answer is an earlier one', async () => {
    const response = { case: buildCaseView('anumi'), decision: buildDecisionView('anumi') };
    const { app } = createTestApp(
      new FakeUseCases('anumi', { fileClaims: async () => [{ status: 'replayed', response }] }),
    );
    const answer = await file(app, buildClaim());
    expect([answer.status, answer.headers['idempotency-replayed'], answer.body]).toEqual([201, 'true', response]);
  });

  it('has a digest that spacing and the order of fields do not change, and values do', async () => {
    const { app, fake } = createTestApp();
    await file(app, buildClaim());
    await file(app, JSON.stringify(Object.fromEntries(Object.entries(buildClaim()).toReversed()), null, 2));
    await file(app, buildClaim({ remedy: 'credits' }));
    const [first, second, third] = filed(fake).map(({ bodyDigest }) => bodyDigest);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it.each([
    [undefined, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['', 'INVALID_REQUEST'],
    ['a b', 'INVALID_REQUEST'],
    ['x'.repeat(256), 'INVALID_REQUEST'],
    ['é', 'INVALID_REQUEST'],
  ])('with the key %j is refused as %s', async (key, code) => {
    const { app, fake } = createTestApp();
    const answer = await file(app, buildClaim(), key === undefined ? {} : { 'Idempotency-Key': key });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.errors).toMatchObject([
      { pointer: '/Idempotency-Key', code: key === undefined ? 'required' : 'invalid_format' },
    ]);
    expect(fake.calls).toEqual([]);
  });

  it.each([
    ['sentAt', '2026-03-01T10:00:00Z'],
    ['sender', { phone: '+49 30 1234' }],
  ])('with %s needs the verb claims:attest', async (field, value) => {
    const { app, fake, keys } = createTestApp();
    keys.set(
      'rdr_plain',
      buildKey(
        'rdr_plain',
        ['*'],
        KEY_VERBS.filter((verb) => verb !== 'claims:attest'),
      ),
    );
    const answer = await file(app, buildClaim({ [field]: value }), { ...bearer('rdr_plain'), 'Idempotency-Key': 'k1' });
    expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([403, 'FORBIDDEN', `/${field}`]);
    expect(fake.calls).toEqual([]);
    expect((await file(app, buildClaim(), { ...bearer('rdr_plain'), 'Idempotency-Key': 'k1' })).status).toBe(201);
  });

  it.each([
    [new AppError('PROGRAM_NOT_FOUND', 'Check the program.'), 404, undefined],
    [new AppError('IDEMPOTENCY_KEY_REUSED', 'Use another key.'), 409, undefined],
    [new AppError('CONFLICT', 'Try again.', { retryAfterSeconds: 3 }), 503, '3'],
    [new AppError('STORE_UNAVAILABLE', 'Try again.'), 503, '1'],
  ])('that ends in %s is answered with its status', async (error, status, retryAfter) => {
    const { app } = createTestApp(new FakeUseCases('anumi', { fileClaims: async () => [error] }));
    const answer = await file(app, buildClaim());
    expect([answer.status, answer.body.code, answer.body.detail, answer.headers['retry-after']]).toEqual([
      status,
      error.code,
      error.message,
      retryAfter,
    ]);
  });

  it('may begin free text with a dollar', async () => {
    const { app } = createTestApp();
    expect((await file(app, buildClaim({ fields: { amount: '$9.99', description: 'two\nlines' } }))).status).toBe(201);
  });
});

describe('further information', () => {
  it('goes to its case, with or without a key', async () => {
    const { app, fake } = createTestApp();
    const send = (headers: Record<string, string>) =>
      request(app)
        .post('/api/cases/case-1/information')
        .set({ ...bearer(), ...headers })
        .send({ fields: { description: 'more' } });
    expect((await send({})).status).toBe(200);
    expect((await send({ 'Idempotency-Key': 'k9' })).status).toBe(200);
    expect(fake.listCalls('supplyInformation').map(([given]) => given)).toMatchObject([
      { caseId: 'case-1', request: { fields: { description: 'more' } }, idempotency: undefined },
      { idempotency: { idempotencyKey: 'k9' } },
    ]);
  });
});

describe('information with nothing in it', () => {
  it.each([{}, { fields: {} }, { fields: { description: ' ' }, evidence: [], sender: {} }])(
    'is refused: %j',
    async (body) => {
      const { app, fake } = createTestApp();
      const answer = await request(app).post('/api/cases/case-1/information').set(bearer()).send(body);
      expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
      expect(answer.body.errors).toMatchObject([
        { pointer: '', code: 'nothing_given', message: expect.stringMatching('needs something') },
      ]);
      expect(fake.listCalls('supplyInformation')).toEqual([]);
    },
  );
});

describe('an evaluation', () => {
  const record = buildCaseRecord({ program: 'anumi' });
  const evaluate = (app: Parameters<typeof request>[0], body: unknown) =>
    request(app)
      .post('/api/evaluations')
      .set(bearer())
      .send(body as object);

  it('takes a record as the service stores it', async () => {
    const { app, fake } = createTestApp();
    expect(
      (await evaluate(app, { program: 'anumi', record, policyVersion: 2, at: '2026-03-01T10:00:00Z' })).status,
    ).toBe(200);
    expect(fake.listCalls('evaluateClaim')[0]?.[0]).toEqual({
      program: 'anumi',
      record,
      policyVersion: { number: 2 },
      at: Date.UTC(2026, 2, 1, 10),
    });
  });

  it.each([
    [{ program: 'anumi' }, '/record'],
    [{ program: 'anumi', record, caseId: 'case-1' }, '/record'],
    [{ program: 'anypic', record }, '/record/program'],
    [{ program: 'anumi', record: { ...record, extra: 1 } }, '/record/extra'],
    [{ program: 'anumi', caseId: 'case-1', policyVersion: 0 }, '/policyVersion'],
  ])('refuses %j', async (body, pointer) => {
    const { app, fake } = createTestApp();
    const answer = await evaluate(app, body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
    expect(fake.calls).toEqual([]);
  });

  it('of a case of another program finds no case', async () => {
    const { app, fake } = createTestApp(new FakeUseCases('anypic'));
    const answer = await evaluate(app, { program: 'anumi', caseId: 'case-1' });
    expect([answer.status, answer.body.code]).toEqual([404, 'CASE_NOT_FOUND']);
    expect(fake.listCalls('evaluateClaim')).toEqual([]);
  });
});
