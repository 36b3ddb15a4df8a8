import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { MASK, maskCustomers } from '../../../server/http/access/mask-customers.ts';
import { grant } from '../../builders/users.ts';
import { buildDecisionView, buildTraceView } from '../../builders/views.ts';
import { bearer, buildKey, createTestApp, NOW } from '../../fakes/http-app.ts';
import { signInAs } from '../../fakes/sign-in.ts';
import { FakeUseCases } from '../../fakes/use-cases.ts';

describe('an auditor’s reads', () => {
  it.each([
    ['/api/decisions/d1', { type: 'decision', id: 'd1', program: 'anumi' }],
    ['/api/decisions/d1/trace', { type: 'decision', id: 'd1', program: 'anumi', detail: { part: 'trace' } }],
    ['/api/cases/k1', { type: 'case', id: 'k1', program: 'anumi' }],
    ['/api/wallets/anumi/w1', { type: 'wallet', id: 'w1', program: 'anumi' }],
    [
      '/api/cases?filter=%7B%22customerId%22%3A%22c1%22%7D',
      { type: 'case', id: 'list', detail: { filter: '{"customerId":"c1"}', rows: 1 } },
    ],
  ])('of %s are noted', async (path, note) => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('auditor')]);
    expect((await request(test.app).get(path).set(headers)).status).toBe(200);
    expect(test.fake.notes).toMatchObject([
      {
        name: 'noteRead',
        args: [note, { kind: 'user', id: 'user-1', ip: expect.any(String), requestId: expect.any(String) }],
      },
    ]);
  });

  it('of what an id leads to are noted by what was found, never by what was typed', async () => {
    const hit = { type: 'decision' as const, id: 'd1', program: 'anumi', label: 'd1', link: '/decisions/d1/show' };
    const found = createTestApp(new FakeUseCases('anumi', { lookUp: async (text) => (text === 'd1' ? [hit] : []) }));
    const headers = await signInAs(found, [grant('auditor')]);
    for (const q of ['d1', 'ada@example.com']) await request(found.app).get('/api/lookup').query({ q }).set(headers);
    expect(found.fake.notes).toMatchObject([
      { name: 'noteRead', args: [{ type: 'lookup', id: 'list', detail: { found: 'decision d1', rows: 1 } }, {}] },
    ]);
  });

  it('are not answered where they cannot be noted', async () => {
    const test = createTestApp(new FakeUseCases('anumi', { noteRead: () => Promise.reject(new Error('away')) }));
    const headers = await signInAs(test, [grant('auditor')]);
    const answer = await request(test.app).get('/api/decisions/d1').set(headers);
    expect([answer.status, answer.body.disposition]).toEqual([500, undefined]);
  });

  it('are the only ones that are', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('reviewer')]);
    await request(test.app).get('/api/decisions/d1').set(headers);
    await request(test.app).get('/api/decisions/d1').set(bearer());
    expect(test.fake.notes).toEqual([]);
  });
});

describe('an operator', () => {
  it('learns what happened and not to whom', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('operator')]);
    const [kase, decision, list] = await Promise.all(
      ['/api/cases/k1', '/api/decisions/d1', '/api/payouts'].map(
        async (path) => (await request(test.app).get(path).set(headers)).body as Record<string, unknown>,
      ),
    );
    expect(kase).toMatchObject({ program: 'anumi', customerId: MASK });
    expect(decision).toMatchObject({ message: { customer: MASK } });
    expect(list).toMatchObject([{ customerId: MASK }]);
  });

  it('may not look for a customer, nor export', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('operator')]);
    const answer = await request(test.app).get('/api/cases').query({ filter: '{"customerId":"c1"}' }).set(headers);
    expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('who reviews another program sees its customers and no others', async () => {
    const rows = [
      { program: 'anumi', customerId: 'a' },
      { program: 'photoroom', customerId: 'b' },
    ];
    expect(maskCustomers(rows, (program) => program === 'photoroom', false)).toEqual([
      { program: 'anumi', customerId: MASK },
      rows[1],
    ]);
  });

  it('reads no near miss about the customer, however it is told', () => {
    const said = {
      en: 'Denied: TOO_OFTEN; short of abuse-cycles: 1 too few',
      zh: '已拒绝：TOO_OFTEN；未达到 abuse-cycles：少1次',
    };
    const cut = { en: 'Denied: TOO_OFTEN', zh: '已拒绝：TOO_OFTEN' };
    const trace = (fact: string) => ({
      verdict: said,
      nearMiss: {
        rule: 'abuse-cycles',
        fact,
        operator: 'belowCap',
        margin: 1,
        words: { en: '1 too few', zh: '少1次' },
      },
    });
    const hidden = (value: unknown): unknown => maskCustomers(value, () => false, false);
    expect(hidden(trace('customer.purchaseRefundCyclesAt'))).toEqual({
      verdict: cut,
      nearMiss: {
        ...trace('customer.purchaseRefundCyclesAt').nearMiss,
        margin: null,
        words: { en: MASK, zh: MASK },
      },
    });
    expect(hidden(trace('order.paidToClaim'))).toEqual(trace('order.paidToClaim'));
    expect(hidden({ message: { customer: 'Dear Ada', internal: said.en, locale: 'en' } })).toEqual({
      message: { customer: MASK, internal: cut.en, locale: 'en' },
    });
    const items = [
      { kind: 'decision', summary: said.en },
      { kind: 'payout', summary: 'Sent to sandbox.' },
    ];
    expect(hidden(items)).toEqual([{ ...items[0], summary: cut.en }, items[1]]);
    expect(maskCustomers(trace('customer.country'), () => true, true)).toEqual(trace('customer.country'));
  });

  it('is answered so, whatever is asked', async () => {
    const said = 'Denied: TOO_OFTEN; short of abuse-cycles: 1 too few';
    const nearMiss = {
      rule: 'abuse-cycles',
      fact: 'customer.purchaseRefundCyclesAt',
      operator: 'belowCap',
      parameter: null,
      margin: 1,
      words: { en: '1 too few', zh: '少1次' },
    };
    const item = { at: '1970-01-01T00:00:00.000Z', kind: 'decision' as const, id: 'd1', code: 'X', actor: 'system/x' };
    const fake = new FakeUseCases('anumi', {
      getDecision: async () => ({
        ...buildDecisionView('anumi'),
        message: { customer: 'No.', internal: said, locale: 'en' },
      }),
      explainDecision: async () => ({ ...buildTraceView(), verdict: { en: said, zh: said }, nearMiss }),
      getTimeline: async () => [{ ...item, summary: said }],
    });
    const test = createTestApp(fake);
    for (const [grants, isTold] of [
      [[grant('operator')], false],
      [[grant('reviewer')], true],
    ] as const) {
      const headers = await signInAs(test, grants);
      for (const path of ['/api/decisions/d1', '/api/decisions/d1/trace', '/api/cases/k1/timeline']) {
        const { status, text } = await request(test.app).get(path).set(headers);
        expect([path, status, text.includes('1 too few')]).toEqual([path, 200, isTold]);
      }
    }
  });

  it('reads a trace without what it says of the customer', () => {
    const leaf = (fact: string) => ({
      type: 'leaf',
      fact,
      actual: 'DE',
      margin: 1,
      sentence: { en: 'is DE', zh: '为DE' },
    });
    const masked = maskCustomers(
      { rules: [{ nodes: [leaf('customer.country'), leaf('claim.reason')] }] },
      () => false,
      false,
    );
    expect(masked.rules[0]?.nodes).toEqual([
      { type: 'leaf', fact: 'customer.country', actual: null, margin: null, sentence: { en: MASK, zh: MASK } },
      leaf('claim.reason'),
    ]);
  });
});

describe('refused attempts', () => {
  it('of a person and of a key are noted with who, what and why', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('reviewer', 'anumi')]);
    await request(test.app).put('/api/users/u2').set(headers).send({ name: 'x' });
    test.keys.set('rdr_other', buildKey('rdr_other', ['photoroom']));
    await request(test.app).get('/api/cases/k1').set(bearer('rdr_other'));
    expect(test.fake.notes).toMatchObject([
      {
        name: 'noteRefusal',
        args: [
          { name: 'changeUser', code: 'FORBIDDEN', route: '/api/users/:id', params: ['u2'] },
          { kind: 'user', id: 'user-1' },
        ],
      },
      {
        name: 'noteRefusal',
        args: [
          { name: 'getCase', code: 'CASE_NOT_FOUND', params: ['k1'] },
          { kind: 'key', id: 'key-rdr_other' },
        ],
      },
    ]);
  });

  it('include every change of a person’s that failed, and no read that found nothing', async () => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('admin')]);
    await request(test.app).put('/api/users/u2').set(headers).send({ status: 'emperor' });
    await request(test.app).get('/api/cases').query({ filter: '{"nothing":1}' }).set(headers);
    expect(test.fake.notes).toMatchObject([{ args: [{ name: 'changeUser', code: 'INVALID_REQUEST' }, {}] }]);
  });

  it('are noted sixty times a minute at most', async () => {
    let now = NOW;
    const test = createTestApp(new FakeUseCases(), { clock: { now: () => now } });
    test.keys.set('rdr_weak', buildKey('rdr_weak', ['*'], []));
    const ask = () => request(test.app).get('/api/cases').set(bearer('rdr_weak'));
    for (let n = 0; n < 62; n += 1) expect((await ask()).status).toBe(403);
    expect(test.fake.notes).toHaveLength(60);
    now += 60_000;
    await ask();
    expect(test.fake.notes).toHaveLength(61);
  });

  it('are answered the same where they cannot be noted', async () => {
    const test = createTestApp(new FakeUseCases('anumi', { noteRefusal: () => Promise.reject(new Error('away')) }));
    const headers = await signInAs(test, []);
    expect((await request(test.app).get('/api/cases').set(headers)).status).toBe(403);
    expect(test.lines.some(({ msg }) => msg === 'a refusal could not be noted in the audit')).toBe(true);
  });
});
