import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ClaimReply } from '../../server/contract/http/replies.ts';
import type { Service } from '../../server/main/composition.ts';
import type { Config } from '../../server/main/config.ts';
import { ensureEmbeddedCredentials } from '../../server/main/credentials.ts';
import {
  cloudEvent,
  customerWithOrder,
  eventually,
  findViolations,
  openHarness,
  send,
  type Harness,
} from '../journeys/service-harness.ts';
import { endOrphans } from './end-orphans.ts';
import { configOf, startOwnProcess, type OwnProcess } from './own-process.ts';
import { openOwnRedis, type OwnStore } from './own-stores.ts';

// Processes start, die and start again, beside whatever else the machine does.
vi.setConfig({ testTimeout: 90_000 });

let redis: OwnStore;
let harness: Harness;
let service: Service;
let config: Config;
let apiKey: string;
const running: OwnProcess[] = [];
beforeAll(async () => {
  redis = await openOwnRedis();
  harness = await openHarness({ redisUrl: redis.url, queuePrefix: 'redress' });
  const [first] = harness.services;
  service = first;
  config = await configOf({
    mongodbUri: harness.config.mongodbUri,
    mongodbAdminUri: harness.database.adminUri,
    redisUrl: redis.url,
  });
  ({ apiKey } = await ensureEmbeddedCredentials(config));
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill()));
  if (harness !== undefined) await endOrphans(harness.database);
  await harness?.close();
  await redis?.close();
  if (config !== undefined) await rm(config.dataDir, { recursive: true, force: true });
});

async function start(role: 'api' | 'worker'): Promise<OwnProcess> {
  const started = await startOwnProcess(config, role);
  running.push(started);
  return started;
}

const outcomesLeft = async () =>
  (await service.stores.outbox.measure(Date.now())).find((topic) => topic.topic === 'outcome')?.open ?? 0;

it('a worker that is killed in the middle leaves nothing that another does not finish', async () => {
  const names = Array.from({ length: 80 }, (_, n) => `worker${n}`);
  await send(
    harness.api,
    ...names.flatMap((name) => [
      ...customerWithOrder(name, `o-${name}`),
      cloudEvent(
        'generation.charged',
        {
          generationId: `g-${name}`,
          customerId: name,
          walletId: `w-${name}`,
          actorId: name,
          feature: 'avatar',
          credits: 9,
        },
        -2,
      ),
    ]),
  );
  const worker = await start('worker');
  const failing = send(
    harness.api,
    ...names.map((name) =>
      cloudEvent(
        'generation.failed',
        { generationId: `g-${name}`, failure: { class: 'internal', source: 'app', confirmedBy: ['app'] } },
        -1,
      ),
    ),
  );
  await eventually(
    async () =>
      (
        await harness.api.listEntries({
          from: 0,
          to: 0,
          sort: ['recordedAt', 'DESC'],
          filter: { kind: 'credits_restored' },
        })
      ).total > 0
        ? true
        : null,
    'the first restore',
  );
  await worker.kill();
  await endOrphans(harness.database);
  await failing;
  // The dead worker may have leased some: their leases run out now and not in half a minute.
  const left = await service.stores.outbox.lease('outcome', 500, Date.UTC(2100, 0, 1), 0);
  await service.stores.outbox.postpone(
    left.map((message) => message.id),
    Date.now() - 60_000,
  );
  await start('worker');
  await eventually(async () => ((await outcomesLeft()) === 0 ? true : null), 'an empty outbox');
  const balances = await Promise.all(
    names.map(async (name) => (await harness.api.getWallet('anumi', `w-${name}`)).balance),
  );
  expect(new Set(balances)).toEqual(new Set([100]));
  expect(await findViolations(service)).toEqual([]);
});

it('an API that is killed in the middle of claims leaves each whole or not at all; repeats are answered once', async () => {
  const names = Array.from({ length: 30 }, (_, n) => `api${n}`);
  await send(harness.api, ...names.flatMap((name) => customerWithOrder(name, `o-${name}`)));
  const first = await start('api');
  const claim = async (url: string, name: string): Promise<{ status: number; reply: ClaimReply } | null> => {
    try {
      const response = await fetch(`${url}/api/claims`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': `claim-${name}`,
        },
        body: JSON.stringify({
          program: 'anumi',
          customerId: name,
          subject: { type: 'order', id: `o-${name}` },
          reason: 'unused_credits',
          remedy: 'cash',
          channel: 'api',
          fields: { orderId: 'x', description: 'x' },
        }),
      });
      return { status: response.status, reply: (await response.json()) as ClaimReply };
    } catch {
      return null;
    }
  };
  const answers = names.map((name) => claim(first.url, name));
  await Promise.race(answers);
  await first.kill();
  await endOrphans(harness.database);
  const early = await Promise.all(answers);
  expect(early.every((answer) => answer === null || answer.status === 201)).toBe(true);
  expect(await findViolations(service)).toEqual([]);
  const second = await start('api');
  const repeated = await Promise.all(names.map((name) => claim(second.url, name)));
  expect(repeated.map((answer) => answer?.status)).toEqual(names.map(() => 201));
  early.forEach((answer, index) => {
    if (answer !== null) expect(repeated[index]?.reply.decision.id).toBe(answer.reply.decision.id);
  });
  const decided = await Promise.all(
    names.map(
      async (name) =>
        (await harness.api.listCases({ from: 0, to: 9, sort: ['openedAt', 'DESC'], filter: { customerId: name } }))
          .total,
    ),
  );
  expect(new Set(decided)).toEqual(new Set([1]));
  await eventually(
    async () =>
      (await harness.api.listPayouts({ from: 0, to: 0, sort: ['createdAt', 'DESC'], filter: { status: 'settled' } }))
        .total === names.length
        ? true
        : null,
    'all payouts',
  );
  expect(await findViolations(service)).toEqual([]);
});
