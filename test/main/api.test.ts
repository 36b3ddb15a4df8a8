import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import type { Config } from '../../server/main/config.ts';
import { loadSettings } from '../../server/main/config.ts';
import { runApi } from '../../server/main/api.ts';
import { openStores } from '../../server/main/open-stores.ts';
import { publishPrograms } from '../../server/main/publish-programs.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { hashApiKeySecret } from '../../server/providers/api-key-secret.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { buildClaim, buildEvent } from '../builders/requests.ts';
import { createTestDatabase, testRedisUrl } from '../setup/database.ts';
import type { TestDatabase } from '../setup/database.ts';

const SECRET = 'rdr_secret_of_the_api_test';
const AUTH = { Authorization: `Bearer ${SECRET}` };
const running: { close(): Promise<void> }[] = [];
let database: TestDatabase;

async function start(change: Partial<Config> = {}): Promise<string> {
  const port = await findFreePort();
  const config: Config = {
    ...loadSettings({}),
    mongodbUri: database.uri,
    mongodbAdminUri: database.adminUri,
    redisUrl: testRedisUrl(),
    secret: 'a secret for tests that is long enough',
    logLevel: 'silent',
    port,
    lanes: 2,
    ...change,
  };
  running.push(await runApi(config));
  return `http://127.0.0.1:${port}`;
}

async function storeKey(): Promise<void> {
  const { stores, ids, clock } = await openStores({
    mongodbUri: database.uri,
    secret: 'a secret for tests that is long enough',
  });
  const id = ids.next();
  await stores.apiKeys.append(
    {
      id,
      name: 'test',
      secretHash: hashApiKeySecret(SECRET),
      programs: ['*'],
      verbs: KEY_VERBS,
      createdAt: clock.now(),
    },
    {
      id: ids.next(),
      action: 'api_key.created',
      actor: 'system/test',
      at: clock.now(),
      subject: { type: 'api_key', id },
    },
  );
  clock.close();
  await stores.close();
}

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.adminUri);
  await storeKey();
});

afterAll(async () => {
  await Promise.all(running.map((api) => api.close()));
  await database.drop();
});

describe('an API process', () => {
  it('is not ready before a program is published, and says why', async () => {
    const base = await start();
    const before = await request(base).get('/readyz');
    expect([before.status, before.body.status, before.body.checks.policies.state]).toEqual([
      503,
      'not_ready',
      'failed',
    ]);
    await publishPrograms({ mongodbUri: database.uri, secret: 'a secret for tests that is long enough' });
    const after = await request(base).get('/readyz');
    expect([after.status, after.body.status], after.text).toEqual([200, 'ready']);
  });

  it('takes an event and a claim, decides, explains and replays', async () => {
    const base = await start();
    const event = buildEvent({ time: new Date(Date.now() - 3_600_000).toISOString() });
    const sent = await request(base)
      .post('/api/events')
      .set({ ...AUTH, 'Content-Type': 'application/cloudevents+json' })
      .send(JSON.stringify(event));
    expect([sent.status, sent.body]).toEqual([200, { accepted: 1, duplicates: 0, rejected: [] }]);
    const file = () =>
      request(base)
        .post('/api/claims')
        .set({ ...AUTH, 'Idempotency-Key': 'api-test-1' })
        .send(buildClaim({ fields: { orderId: 'receipt', description: 'please' } }));
    const filed = await file();
    expect(filed.status, filed.text).toBe(201);
    const again = await file();
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', filed.body]);
    const { case: kase, decision } = filed.body as { case: { id: string }; decision: { id: string } };
    expect((await request(base).get(`/api/decisions/${decision.id}`).set(AUTH)).body).toEqual(decision);
    const trace = await request(base).get(`/api/decisions/${decision.id}/trace`).set(AUTH);
    expect([trace.status, trace.body.decisionId]).toEqual([200, decision.id]);
    const replay = await request(base).post(`/api/decisions/${decision.id}/replay`).set(AUTH);
    expect(replay.body).toEqual({ identical: true, differences: [] });
    const list = await request(base)
      .get('/api/cases')
      .set(AUTH)
      .query({ filter: JSON.stringify({ program: 'anumi', customerId: 'c1' }) });
    expect([list.headers['content-range'], list.body.map(({ id }: { id: string }) => id)]).toEqual([
      'cases 0-0/1',
      [kase.id],
    ]);
    const metrics = await request(base).get('/metrics');
    expect(metrics.text).toContain('redress_claims_total{program="anumi"');
    for (const path of [
      '/api/wallets/anumi/w1',
      '/api/payouts',
      '/api/ledger-entries',
      '/api/dead-letters',
      '/api/rejected-events',
      `/api/cases/${kase.id}/timeline`,
    ]) {
      const answer = await request(base).get(path).set(AUTH);
      expect(answer.status, `${path}: ${answer.text}`).toBe(200);
    }
  });

  it('without Redis is degraded, and decides all the same', async () => {
    const base = await start({ redisUrl: `redis://127.0.0.1:${await findFreePort()}` });
    const ready = await request(base).get('/readyz');
    expect([ready.status, ready.body.status, ready.body.checks.redis.state]).toEqual([200, 'degraded', 'degraded']);
    const filed = await request(base)
      .post('/api/claims')
      .set({ ...AUTH, 'Idempotency-Key': 'api-test-2' })
      .send(buildClaim({ customerId: 'c2', subject: { type: 'order', id: 'unknown' } }));
    expect([filed.status, filed.body.decision?.disposition], filed.text).toEqual([201, 'needs_info']);
  });

  it('keeps a bad event where it can be seen', async () => {
    const base = await start();
    const bad = buildEvent({ id: 'bad-1' }, { amountMinor: -1 });
    const sent = await request(base)
      .post('/api/events')
      .set({ ...AUTH, 'Content-Type': 'application/cloudevents-batch+json' })
      .send(JSON.stringify([bad]));
    expect(sent.body).toMatchObject({ accepted: 0, rejected: [{ index: 0, id: 'bad-1', code: 'INVALID_EVENT' }] });
    const listed = await request(base)
      .get('/api/rejected-events')
      .set(AUTH)
      .query({ filter: JSON.stringify({ program: 'anumi', code: 'INVALID_EVENT' }) });
    expect(listed.body).toMatchObject([{ status: 'rejected', code: 'INVALID_EVENT', type: bad['type'] }]);
    const path = `/api/rejected-events/${encodeURIComponent(listed.body[0].id)}`;
    expect((await request(base).get(path).set(AUTH)).body).toMatchObject({
      id: listed.body[0].id,
      body: { id: 'bad-1', data: { amountMinor: -1 } },
    });
    const again = await request(base).post(`${path}/replay`).set(AUTH);
    expect(again.body).toMatchObject({ outcome: 'rejected', code: 'INVALID_EVENT' });
  });

  it('ends requests under way before it lets go, and refuses what comes after', async () => {
    const base = await start();
    const api = running.pop();
    const body = JSON.stringify(
      buildEvent(
        { id: 'under-way', time: new Date(Date.now() - 3_600_000).toISOString() },
        { orderId: 'o9', paymentRef: 'sbx_9' },
      ),
    );
    // The server says "continue" once it has the head: from then on the request is under way.
    const sending = httpRequest(`${base}/api/events`, {
      method: 'POST',
      headers: {
        ...AUTH,
        'Content-Type': 'application/cloudevents+json',
        'Content-Length': Buffer.byteLength(body),
        Expect: '100-continue',
      },
    });
    sending.flushHeaders();
    await once(sending, 'continue');
    const closed = api?.close();
    const answered = once(sending, 'response');
    sending.end(body);
    const [answer] = (await answered) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    answer.resume();
    await closed;
    await expect(request(base).get('/healthz')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('where its port is taken does not start', async () => {
    const base = await start();
    await expect(start({ port: Number(new URL(base).port) })).rejects.toThrow(/EADDRINUSE/);
  });
});
