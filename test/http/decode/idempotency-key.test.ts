import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { decodeIdempotency } from '../../../server/http/decode/idempotency-key.ts';
import { buildEvent } from '../../builders/requests.ts';
import { bearer, createTestApp } from '../../fakes/http-app.ts';

const decode = (text: string, headers: Record<string, string> = {}): string | undefined =>
  decodeIdempotency(
    { headers: { 'idempotency-key': 'k', ...headers }, bytes: Buffer.from(text) },
    JSON.parse(text),
    false,
  )?.bodyDigest;

describe('the digest of a body', () => {
  it('does not mind spacing and the order of fields', () => {
    expect(decode('{"a":1,"b":2}')).toBe(decode('{ "b": 2, "a": 1 }'));
    expect(decode('{"a":1}')).not.toBe(decode('{"a":2}'));
  });

  it('is that of the bytes and the attributes where there is no canonical form', () => {
    expect(decode('[0.5]')).toBe(decode('[0.5]'));
    expect(decode('[0.5]')).not.toBe(decode('[0.25]'));
    expect(decode('[0.5]', { 'ce-id': 'a' })).not.toBe(decode('[0.5]', { 'ce-id': 'b' }));
  });

  it('is not taken where no key is given and none is needed', () => {
    expect(decodeIdempotency({ headers: {}, bytes: Buffer.from('') }, 0.5, false)).toBeUndefined();
    expect(() => decodeIdempotency({ headers: {}, bytes: Buffer.from('') }, {}, true)).toThrow(/Idempotency-Key/u);
    expect(() => decode('{}', { 'idempotency-key': 'with space' })).toThrow(/visible/u);
  });
});

describe('events under a key', () => {
  const bad: [string, string][] = [
    ['a fraction', '0.5'],
    ['half a surrogate pair', '"\\ud800"'],
    ['a NUL', '"\\u0000"'],
  ];

  it.each(bad)('that hold %s fail alone and leave their neighbours be', async (_what, value) => {
    const { app, fake } = createTestApp();
    const good = buildEvent({ id: 'good' });
    const spoiled = JSON.stringify({ ...buildEvent({ id: 'bad' }), data: 'HERE' }).replace('"HERE"', `{"x":${value}}`);
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json', 'Idempotency-Key': 'k1' })
      .send(`[${spoiled},${JSON.stringify(good)}]`);
    expect(answer.status, answer.text).toBe(200);
    const [events, invalid] = fake.listCalls('ingestEvents')[0] ?? [];
    expect(events).toMatchObject([{ index: 1, event: { id: 'good' } }]);
    expect(invalid).toMatchObject([{ index: 0, code: 'INVALID_EVENT' }]);
  });

  it('that are nested without end are refused', async () => {
    const { app } = createTestApp();
    const deep = `{"data":${'['.repeat(3_000)}${']'.repeat(3_000)}}`;
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json', 'Idempotency-Key': 'k2' })
      .send(`[${deep}]`);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});
