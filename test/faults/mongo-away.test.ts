import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runApi } from '../../server/main/api.ts';
import type { Config } from '../../server/main/config.ts';
import { ensureEmbeddedCredentials } from '../../server/main/credentials.ts';
import { openStores } from '../../server/main/open-stores.ts';
import { publishPrograms } from '../../server/main/publish-programs.ts';
import { localUrl, waitReady } from '../../server/main/wait-ready.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { verifyLedger } from '../../server/usecases/verify/verify-ledger.ts';
import { cloudEvent, customerWithOrder } from '../journeys/service-harness.ts';
import { testRedisUrl } from '../setup/database.ts';
import { configOf } from './own-process.ts';
import { openOwnMongo, type OwnStore } from './own-stores.ts';

// A server that is away is looked for, and one that comes back recovers first.
vi.setConfig({ testTimeout: 90_000 });

let mongo: OwnStore;
let config: Config;
let apiKey: string;
let api: { close(): Promise<void> };
let url: string;
beforeAll(async () => {
  mongo = await openOwnMongo();
  config = await configOf({ mongodbUri: mongo.url, mongodbAdminUri: mongo.adminUrl, redisUrl: testRedisUrl() });
  await migrate(mongo.adminUrl);
  await publishPrograms(config);
  ({ apiKey } = await ensureEmbeddedCredentials(config));
  api = await runApi(config);
  url = localUrl(config.host, config.port);
});
afterAll(async () => {
  await api?.close();
  await mongo?.close();
  if (config !== undefined) await rm(config.dataDir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: { readonly code?: string; readonly decision?: { readonly id: string } };
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as Answer['body'],
  };
}
const sendAll = (events: unknown[]) =>
  post('/api/events', events, { 'content-type': 'application/cloudevents-batch+json' });
const claim = (name: string) =>
  post(
    '/api/claims',
    {
      program: 'anumi',
      customerId: name,
      subject: { type: 'order', id: `o-${name}` },
      reason: 'unused_credits',
      remedy: 'cash',
      channel: 'api',
      fields: { orderId: 'x', description: 'x' },
    },
    { 'idempotency-key': `claim-${name}` },
  );

it('while MongoDB is away everything is answered 503 with Retry-After, and nothing is half done', async () => {
  const names = Array.from({ length: 24 }, (_, n) => `mongo${n}`);
  expect(await sendAll(names.flatMap((name) => customerWithOrder(name, `o-${name}`)))).toMatchObject({
    status: 200,
    body: { accepted: 48, rejected: [] },
  });
  const answers = names.map((name) => claim(name));
  await Promise.race(answers);
  await mongo.kill();
  const cut = await Promise.all(answers);
  for (const answer of cut) expect([201, 503]).toContain(answer.status);

  const late = cloudEvent('credits.granted', {
    customerId: 'mongo0',
    walletId: 'w-mongo0',
    lotId: 'bonus',
    credits: 5,
    source: 'bonus',
  });
  const refused = [
    ...(await Promise.all([claim('mongo0'), sendAll([late])])),
    ...cut.filter((answer) => answer.status === 503),
  ];
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
  }
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  await mongo.start();
  await waitReady(url, 30_000, () => false, 'none');
  expect(await sendAll([late])).toMatchObject({ status: 200, body: { accepted: 1 } });
  const repeated = await Promise.all(names.map(claim));
  expect(repeated.map((answer) => answer.status)).toEqual(names.map(() => 201));
  cut.forEach((answer, index) => {
    if (answer.status === 201) expect(repeated[index]?.body.decision?.id).toBe(answer.body.decision?.id);
  });
  const { stores, clock } = await openStores(config);
  try {
    const lines: string[] = [];
    expect(
      await verifyLedger({ audits: stores.audits, clock, print: (line) => lines.push(line) }),
      lines.join('\n'),
    ).toBe(true);
    expect(
      (await stores.reads.listDecisions({ from: 0, to: 0, sort: ['decidedAt', 'ASC'], filter: { program: 'anumi' } }))
        .total,
    ).toBe(names.length);
  } finally {
    await stores.close();
  }
});
