import { CloudEvent, HTTP } from 'cloudevents';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { buildEvent } from '../builders/requests.ts';
import { bearer, buildKey, createTestApp } from '../fakes/http-app.ts';

const source = buildEvent();
const made = new CloudEvent({ ...source, traceparent: '00-abc', id: 'é / 1' });

/** The event that every mode below must lead to. */
const expected = {
  program: 'anumi',
  source: '/shop',
  id: 'é / 1',
  eventKey: 'anumi/%2Fshop/é / 1',
  type: 'redress.order.paid',
  time: Date.UTC(2026, 2, 1, 10),
  data: source['data'],
};

function flatten(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

describe('the CloudEvents SDK', () => {
  it.each([
    ['structured', HTTP.structured(made)],
    ['binary', HTTP.binary(new CloudEvent({ ...source, id: 'e-1', traceparent: '00-abc' }))],
  ])('sends in %s mode', async (mode, message) => {
    const { app, fake } = createTestApp();
    const answer = await request(app)
      .post('/api/events')
      .set({ ...flatten(message.headers), ...bearer() })
      .serialize((sent) => sent)
      .send(String(message.body));
    expect([answer.status, answer.body], answer.text).toEqual([200, { accepted: 1, duplicates: 0, rejected: [] }]);
    const [events] = fake.listCalls('ingestEvents')[0] ?? [];
    const id = mode === 'binary' ? { id: 'e-1', eventKey: 'anumi/%2Fshop/e-1' } : {};
    expect(events).toMatchObject([{ index: 0, event: { ...expected, ...id }, raw: { traceparent: '00-abc' } }]);
  });

  it('sends batches, which it writes as a JSON array of events', async () => {
    const { app, fake } = createTestApp();
    const events = ['a', 'b', 'c'].map((id) => new CloudEvent({ ...source, id }));
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json; charset=utf-8' })
      .send(JSON.stringify(events));
    expect(answer.body).toEqual({ accepted: 3, duplicates: 0, rejected: [] });
    expect(fake.listCalls('ingestEvents')[0]?.[0]).toMatchObject([
      { index: 0, event: { id: 'a' } },
      { index: 1, event: { id: 'b' } },
      { index: 2, event: { id: 'c' } },
    ]);
  });
});

describe('binary mode', () => {
  const head = {
    'Content-Type': 'application/json',
    'ce-specversion': '1.0',
    'ce-source': '/shop',
    'ce-type': 'redress.order.paid',
    'ce-time': '2026-03-01T10:00:00Z',
  };

  it('decodes percent-encoded attributes', async () => {
    const { app, fake } = createTestApp();
    await request(app)
      .post('/api/events')
      .set({ ...bearer(), ...head, 'ce-id': 'caf%C3%A9 100%25' })
      .send(JSON.stringify(source['data']));
    expect(fake.listCalls('ingestEvents')[0]?.[0]).toMatchObject([{ event: { id: 'café 100%' } }]);
  });

  it('refuses attributes that would reach a prototype', async () => {
    const { app, fake } = createTestApp();
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), ...head, 'ce-id': 'x', 'ce-__proto__': 'x' })
      .send(JSON.stringify(source['data']));
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'forbidden_key']);
    expect(fake.calls).toEqual([]);
  });

  it('names the attribute that is missing', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), ...head })
      .send(JSON.stringify(source['data']));
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/id']);
  });

  it('is not guessed: plain JSON without attributes is another media type', async () => {
    const { app } = createTestApp();
    const answer = await request(app).post('/api/events').set(bearer()).send(source);
    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

describe('a batch', () => {
  const post = (app: Parameters<typeof request>[0], body: unknown, key?: string) =>
    request(app)
      .post('/api/events')
      .set({ ...bearer(key), 'Content-Type': 'application/cloudevents-batch+json' })
      .send(JSON.stringify(body));

  it('of nothing is fine', async () => {
    const { app } = createTestApp();
    expect((await post(app, [])).body).toEqual({ accepted: 0, duplicates: 0, rejected: [] });
  });

  it('takes 1,000 events and 5 MiB, and no more', async () => {
    const { app } = createTestApp();
    const event = buildEvent({ subject: 'x'.repeat(180), dataschema: 'y'.repeat(180) });
    const padded = Array.from({ length: 1000 }, (_, index) => ({ ...event, id: `e${index}`, pad: 'z'.repeat(1500) }));
    expect(JSON.stringify(padded).length).toBeGreaterThan(1024 * 1024);
    expect((await post(app, padded)).body.accepted).toBe(1000);
    expect((await post(app, [...padded, event])).status).toBe(400);
    expect((await post(app, [buildEvent({ pad: 'z'.repeat(5_300_000) })])).status).toBe(413);
  });

  it('must be an array', async () => {
    const { app } = createTestApp();
    expect((await post(app, buildEvent())).status).toBe(400);
  });

  it('refuses events of other programs one by one, and keeps nothing of them', async () => {
    const { app, fake, keys } = createTestApp();
    keys.set('rdr_anumi', buildKey('rdr_anumi', ['anumi']));
    const foreign = buildEvent({ id: 'foreign' }, { program: 'anypic' });
    const broken = buildEvent({ id: 'broken' }, { program: 'anypic', credits: -1 });
    const answer = await post(app, [foreign, buildEvent({ id: 'own' }), broken, 'nonsense', null], 'rdr_anumi');
    expect(answer.body).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 0, id: 'foreign', code: 'NOT_ALLOWED' },
        { index: 2, id: 'broken', code: 'INVALID_EVENT' },
        { index: 3, id: '', code: 'INVALID_EVENT' },
        { index: 4, id: '', code: 'INVALID_EVENT' },
      ],
    });
    const [events, invalid] = fake.listCalls('ingestEvents')[0] ?? [];
    expect(events).toMatchObject([{ index: 1, event: { id: 'own' } }]);
    expect((invalid as { program?: string }[]).map(({ program }) => program)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('does not repeat names of fields that may be personal, since the message is kept in the clear', async () => {
    const { app } = createTestApp();
    const answer = await post(app, [buildEvent({}, { 'who@example.test': 1, '+49 30 123456': 1, extra: 1 })]);
    expect(answer.body.rejected[0].message).toContain('/data/extra: is not a field');
    expect(answer.body.rejected[0].message).toContain('/data/?: is not a field');
    expect(answer.text).not.toMatch(/who@|123456/);
  });

  it('hands on source and type of what does not fit, where they are what they should be', async () => {
    const { app, fake } = createTestApp();
    const wrong = buildEvent({ id: 'a', source: '/shop', type: 'redress.order.paid' }, { credits: -1 });
    const odd = { ...wrong, id: 'b', source: 'who@example.test', type: ['x'] };
    await post(app, [wrong, odd]);
    const [, invalid] = fake.listCalls('ingestEvents')[0] ?? [];
    const [first, second] = invalid as { source?: string; type?: string }[];
    expect([first?.source, first?.type]).toEqual(['/shop', 'redress.order.paid']);
    expect([second?.source, second?.type]).toEqual([undefined, undefined]);
  });

  it('does not repeat an id that cannot be written down', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .post('/api/events')
      .set({ ...bearer(), 'Content-Type': 'application/cloudevents-batch+json' })
      .send('[{"id":"\\ud800"}]');
    expect(answer.body.rejected).toMatchObject([{ index: 0, id: '', code: 'INVALID_EVENT' }]);
  });
});

it('an event sent alone for another program is forbidden', async () => {
  const { app, fake, keys } = createTestApp();
  keys.set('rdr_anypic', buildKey('rdr_anypic', ['anypic']));
  const answer = await request(app)
    .post('/api/events')
    .set({ ...bearer('rdr_anypic'), 'Content-Type': 'application/cloudevents+json' })
    .send(JSON.stringify(buildEvent()));
  expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
  expect(fake.calls).toEqual([]);
});
