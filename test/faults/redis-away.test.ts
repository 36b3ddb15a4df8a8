import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createReadiness } from '../../server/main/check-readiness.ts';
import type { Service } from '../../server/main/composition.ts';
import {
  claimRequest,
  cloudEvent,
  customerWithOrder,
  eventually,
  file,
  findViolations,
  openHarness,
  payoutsOf,
  send,
  type Harness,
} from '../journeys/service-harness.ts';
import { openOwnRedis, type OwnStore } from './own-stores.ts';

vi.setConfig({ testTimeout: 60_000 });

let redis: OwnStore;
let harness: Harness;
let service: Service;
beforeAll(async () => {
  redis = await openOwnRedis();
  harness = await openHarness({ redisUrl: redis.url });
  const [first] = harness.services;
  service = first;
});
afterAll(async () => {
  await harness?.close();
  await redis?.close();
});

const failures = (names: readonly string[]) =>
  names.flatMap((name) => [
    ...customerWithOrder(name, `o-${name}`),
    cloudEvent(
      'generation.charged',
      {
        generationId: `g-${name}`,
        customerId: name,
        walletId: `w-${name}`,
        actorId: name,
        feature: 'avatar',
        credits: 7,
      },
      -2,
    ),
    cloudEvent(
      'generation.failed',
      { generationId: `g-${name}`, failure: { class: 'internal', source: 'app', confirmedBy: ['app'] } },
      -1,
    ),
  ]);
const balances = (names: readonly string[]) =>
  Promise.all(names.map(async (name) => (await harness.api.getWallet('anumi', `w-${name}`)).balance));
const openMessages = async () =>
  (await service.stores.outbox.measure(Date.now())).reduce((sum, topic) => sum + topic.open, 0);
const redisCheck = async () =>
  (await createReadiness(service)()).find((check) => /redis|queue/i.test(check.name))?.state;

describe('while Redis is away', () => {
  const names = Array.from({ length: 10 }, (_, n) => `away${n}`);
  let caseId = '';

  it('events and claims are accepted and decided, and their effects wait in the outbox', async () => {
    await redis.kill();
    expect(await send(harness.api, ...failures(names), ...customerWithOrder('cash', 'o-cash'))).toMatchObject({
      accepted: names.length * 4 + 2,
      rejected: [],
    });
    const { case: kase, decision } = (
      await file(harness.otherApi, claimRequest({ customerId: 'cash', subject: { type: 'order', id: 'o-cash' } }))
    ).response;
    caseId = kase.id;
    expect(decision).toMatchObject({ disposition: 'granted', remedy: 'cash_full' });
    expect(await openMessages()).toBe(names.length + 1);
    expect(await balances(names)).toEqual(names.map(() => 93));
    expect(await redisCheck()).toBe('degraded');
    expect(await findViolations(service)).toEqual([]);
  });

  it('nothing is lost: a relay posts it when Redis is back, and what was announced and forgotten by it too', async () => {
    await redis.start();
    await eventually(async () => ((await service.queue.isReachable()) ? true : null), 'Redis to answer');
    const announced = Array.from({ length: 5 }, (_, n) => `announced${n}`);
    await send(harness.api, ...failures(announced));
    names.push(...announced);
    const client = new Redis(redis.url);
    await eventually(
      async () => ((await service.queue.measureDepths()).some((queue) => queue.waiting > 0) ? true : null),
      'a job in Redis',
    );
    await client.flushall();
    client.disconnect();
    harness.startWorkers();
    await eventually(
      async () => ((await balances(names)).every((balance) => balance === 100) ? true : null),
      'all restores',
    );
    await eventually(
      async () => (await payoutsOf(harness.api, caseId)).find((payout) => payout.status === 'settled') ?? null,
      'the payout',
    );
    await eventually(async () => ((await openMessages()) === 0 ? true : null), 'an empty outbox');
    expect(await findViolations(service)).toEqual([]);
  });
});

describe('when Redis is emptied again and again while workers post', () => {
  it('everything is posted once', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `empty${n}`);
    const client = new Redis(redis.url);
    const sent = send(harness.api, ...failures(names));
    for (let n = 0; n < 20; n += 1) await client.flushall();
    await sent;
    await client.flushall();
    client.disconnect();
    await eventually(
      async () => ((await balances(names)).every((balance) => balance === 100) ? true : null),
      'all restores',
    );
    expect(await openMessages()).toBe(0);
    expect(await findViolations(service)).toEqual([]);
  });
});
