import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { buildClaim, buildEvent } from '../builders/requests.ts';
import { bearer, createTestApp } from '../fakes/http-app.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const deep = (depth: number): string => '{"x":'.repeat(depth) + '1' + '}'.repeat(depth);
const withText = (text: string): string => JSON.stringify(buildClaim()).replace('"o1"', text);

interface Bad {
  readonly body: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code: string;
  readonly pointer?: string;
}

const refused: Record<string, Bad> = {
  'malformed JSON': { body: '{"a":', status: 400, code: 'MALFORMED_JSON' },
  'an empty body': { body: '', status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', headers: { 'Content-Type': 'text/plain' } },
  'no JSON at all': { body: '[]', status: 400, code: 'INVALID_REQUEST', pointer: '' },
  'a wrong type': {
    body: JSON.stringify(buildClaim({ customerId: 7 })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/customerId',
  },
  'an unknown field': {
    body: JSON.stringify(buildClaim({ bonus: 1 })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/bonus',
  },
  'an unknown nested field': {
    body: JSON.stringify(buildClaim({ subject: { type: 'order', id: 'o1', 'a/b': 1 } })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/a~1b',
  },
  'an unknown claim field': {
    body: JSON.stringify(buildClaim({ fields: { nope: 'x' } })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/fields/nope',
  },
  'a missing field': {
    body: JSON.stringify({ ...buildClaim(), reason: undefined }),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/reason',
  },
  'a bad instant': {
    body: JSON.stringify(buildClaim({ sentAt: '2026-02-30T00:00:00Z' })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/sentAt',
  },
  'an instant without an offset': {
    body: JSON.stringify(buildClaim({ sentAt: '2026-02-03T00:00:00' })),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/sentAt',
  },
  'own __proto__': {
    body: '{"__proto__":{"admin":true}}',
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/__proto__',
  },
  'a nested constructor': {
    body: withText('{"constructor":{"prototype":1}}'),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id/constructor',
  },
  'an operator in place of an id': {
    body: withText('{"$gt":""}'),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id/$gt',
  },
  'an id that begins like an operator': {
    body: withText('"$where"'),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id',
  },
  'NUL in text': { body: withText('"a\\u0000b"'), status: 400, code: 'INVALID_REQUEST', pointer: '/subject/id' },
  'half a surrogate pair': {
    body: withText('"\\ud800"'),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id',
  },
  'a control character in an id': {
    body: withText('"a\\u0007"'),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id',
  },
  'an id that is too long': {
    body: withText(`"${'x'.repeat(201)}"`),
    status: 400,
    code: 'INVALID_REQUEST',
    pointer: '/subject/id',
  },
  '10,000 deep JSON': { body: deep(10_000), status: 400, code: 'INVALID_REQUEST' },
  '100,000 deep arrays': { body: '['.repeat(100_000) + ']'.repeat(100_000), status: 400, code: 'INVALID_REQUEST' },
  'an infinite number': { body: withText('1e400'), status: 400, code: 'INVALID_REQUEST', pointer: '/subject/id' },
  'another content type': {
    body: JSON.stringify(buildClaim()),
    headers: { 'Content-Type': 'text/json' },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  'another charset': {
    body: JSON.stringify(buildClaim()),
    headers: { 'Content-Type': 'application/json; charset=utf-16' },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  'bytes that are not UTF-8': { body: Buffer.from([0x7b, 0xff, 0x7d]), status: 400, code: 'BAD_ENCODING' },
  'an oversize body': {
    body: JSON.stringify(buildClaim({ locale: 'x'.repeat(1_100_000) })),
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  'a body that inflates beyond the limit': {
    body: gzipSync('x'.repeat(3_000_000)),
    headers: { 'Content-Encoding': 'gzip' },
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  'bad gzip': {
    body: Buffer.from('not gzip'),
    headers: { 'Content-Encoding': 'gzip' },
    status: 400,
    code: 'BAD_ENCODING',
  },
  'cut off gzip': {
    body: gzipSync(JSON.stringify(buildClaim())).subarray(0, 30),
    headers: { 'Content-Encoding': 'gzip' },
    status: 400,
    code: 'BAD_ENCODING',
  },
  'an unknown encoding': {
    body: JSON.stringify(buildClaim()),
    headers: { 'Content-Encoding': 'compress' },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
};

describe('a bad claim', () => {
  it.each(Object.entries(refused))(
    '%s is refused, and nothing is asked of the service',
    async (_what, { body, headers, status, code, pointer }) => {
      const { app, fake } = createTestApp();
      const answer = await request(app)
        .post('/api/claims')
        .set({ ...bearer(), ...JSON_TYPE, 'Idempotency-Key': 'k1', ...headers })
        .serialize((sent) => sent)
        .send(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({
        status,
        type: `urn:redress:problem:${code}`,
        requestId: answer.headers['x-request-id'],
      });
      if (pointer !== undefined)
        expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      expect(fake.calls).toEqual([]);
    },
  );

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('%s is inflated', async (encoding, compress) => {
    const { app, fake } = createTestApp();
    const answer = await request(app)
      .post('/api/claims')
      .set({ ...bearer(), ...JSON_TYPE, 'Idempotency-Key': 'k1', 'Content-Encoding': encoding })
      .serialize((sent) => sent)
      .send(compress(JSON.stringify(buildClaim())));
    expect(answer.status).toBe(201);
    expect(fake.listCalls('fileClaims')).toHaveLength(1);
  });
});

const badEvents: Record<string, [Record<string, unknown>, string]> = {
  'a negative amount': [buildEvent({}, { amountMinor: -1 }), '/data/amountMinor'],
  'a fractional amount': [buildEvent({}, { amountMinor: 9.5 }), '/data/amountMinor'],
  'an amount beyond the bound': [buildEvent({}, { amountMinor: 1e15 }), '/data/amountMinor'],
  'an amount beyond the safe range': [buildEvent({}, { amountMinor: 2 ** 53 }), '/data/amountMinor'],
  'an amount in a text': [buildEvent({}, { amountMinor: '999' }), '/data/amountMinor'],
  'a bad currency': [buildEvent({}, { currency: 'eur' }), '/data/currency'],
  'a currency that does not exist': [buildEvent({}, { currency: 'ABC' }), '/data/currency'],
  'an unknown provider': [buildEvent({}, { provider: 'cash' }), '/data/provider'],
  'an operator in data': [buildEvent({}, { sku: { $ne: null } }), '/data/sku/$ne'],
  'an unknown field of data': [buildEvent({}, { extra: 1 }), '/data/extra'],
  'no time': [buildEvent({ time: undefined }), '/time'],
  'an unknown type': [buildEvent({ type: 'redress.order.eaten' }), '/type'],
  'the type of a prototype': [buildEvent({ type: 'constructor' }), '/type'],
  'another version': [buildEvent({ specversion: '0.3' }), '/specversion'],
  'an attribute that CloudEvents does not allow': [buildEvent({ Trace_Id: 'x' }), '/Trace_Id'],
  'an extension that is an object': [buildEvent({ trace: { a: 1 } }), '/trace'],
  'data that is not JSON by its own word': [buildEvent({ datacontenttype: 'text/xml' }), '/datacontenttype'],
};

describe('a bad event', () => {
  it.each(Object.entries(badEvents))(
    'sent alone, with %s, is refused with the pointer',
    async (_what, [event, pointer]) => {
      const { app, fake } = createTestApp();
      const answer = await request(app)
        .post('/api/events')
        .set({ ...bearer(), 'Content-Type': 'application/cloudevents+json' })
        .send(JSON.stringify(event));
      expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
      expect(fake.calls).toEqual([]);
    },
  );

  it.each(Object.entries(badEvents))(
    'in a batch, with %s, is handed on to be kept',
    async (_what, [event, pointer]) => {
      const { app, fake } = createTestApp();
      const answer = await request(app)
        .post('/api/events')
        .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json' })
        .send(JSON.stringify([buildEvent({ id: 'good' }), event]));
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ accepted: 1, rejected: [{ index: 1, id: 'e1', code: 'INVALID_EVENT' }] });
      expect(answer.body.rejected[0].message).toContain(pointer);
      expect(fake.listCalls('ingestEvents')[0]?.[1]).toMatchObject([{ program: 'anumi', raw: { id: 'e1' } }]);
    },
  );

  it('nested too deep fails its whole batch', async () => {
    const { app, fake } = createTestApp();
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json' })
      .send(`[${JSON.stringify(buildEvent())},${deep(10_000)}]`);
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'too_deep']);
    expect(answer.body.errors[0].pointer).toMatch(/^\/1\/x/);
    expect(fake.calls).toEqual([]);
  });
});
