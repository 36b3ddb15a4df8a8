import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorkQueue, type RunningWorkQueue } from '../../server/queue/create-work-queue.ts';
import { listQueueNames, selectQueueName } from '../../server/queue/queue-names.ts';
import { openGate, type TcpGate } from '../fakes/tcp-gate.ts';
import { testRedisUrl, uniquePrefix } from '../setup/database.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const unavailable = { code: 'QUEUE_UNAVAILABLE' };

let gate: TcpGate;
let queue: RunningWorkQueue;
let redis: Redis;
let prefix: string;

beforeEach(async () => {
  const opened = await openGate(testRedisUrl());
  gate = opened.gate;
  prefix = uniquePrefix();
  queue = createWorkQueue({ redisUrl: opened.url, providers: ['sandbox'], prefix });
  redis = new Redis(testRedisUrl(), { maxRetriesPerRequest: null });
  await vi.waitFor(async () => expect(await queue.isReachable()).toBe(true));
});
afterEach(async () => {
  await queue.close();
  await gate.shut();
  redis.disconnect();
});

async function readJobs(name: string): Promise<{ data: unknown; attempts: number | undefined }[]> {
  const reader = new Queue(name, { connection: redis, prefix });
  const jobs = await reader.getJobs(['waiting', 'delayed']);
  await reader.close();
  return jobs.map((job) => ({ data: job.data, attempts: job.opts.attempts }));
}

it('names a queue for each provider with an adapter, and a common one', () => {
  expect(listQueueNames(['sandbox'])).toEqual(['outcomes', 'payouts', 'payouts-sandbox']);
  expect(selectQueueName('outcome', 'sandbox', ['sandbox'])).toBe('outcomes');
  expect(selectQueueName('payout', 'sandbox', ['sandbox'])).toBe('payouts-sandbox');
  expect([selectQueueName('payout', 'polar', ['sandbox']), selectQueueName('payout', undefined, ['sandbox'])]).toEqual([
    'payouts',
    'payouts',
  ]);
});

describe('publishing', () => {
  it('puts many ids into few jobs that hold nothing else', async () => {
    await queue.publish('outcome', ids(130));
    const jobs = await readJobs('outcomes');
    expect(jobs.map((job) => (job.data as { ids: string[] }).ids.length).toSorted((a, b) => a - b)).toEqual([
      2, 64, 64,
    ]);
    expect(jobs.flatMap((job) => (job.data as { ids: string[] }).ids).toSorted()).toEqual(ids(130).toSorted());
    expect(jobs.every((job) => job.attempts === 4 && Object.keys(job.data as object).join() === 'ids')).toBe(true);
  });

  it('says of messages that were announced before that they were', async () => {
    await queue.publish('outcome', ['a'], undefined, true);
    expect((await readJobs('outcomes')).map((job) => job.data)).toEqual([{ ids: ['a'], again: true }]);
  });

  it('knows a queue that has enough to do, each by itself', async () => {
    await queue.publish('outcome', ids(499 * 64));
    expect(await queue.isBacklogged('outcome')).toBe(false);
    await queue.publish('outcome', ids(1));
    expect([await queue.isBacklogged('outcome'), await queue.isBacklogged('payout', 'sandbox')]).toEqual([true, false]);
  });

  it('sends payouts to their provider’s queue and adds nothing for nothing', async () => {
    await queue.publish('payout', ['a'], 'sandbox');
    await queue.publish('payout', ['b'], 'polar');
    await queue.publish('payout', []);
    expect((await queue.measureDepths()).map(({ queue: name, waiting }) => [name, waiting])).toEqual([
      ['outcomes', 0],
      ['payouts', 1],
      ['payouts-sandbox', 1],
    ]);
  });
});

describe('while Redis is away', () => {
  it('fails at once, queues nothing offline, and works again afterwards', async () => {
    await gate.shut();
    await vi.waitFor(async () => expect(await queue.isReachable()).toBe(false));
    await expect(queue.publish('outcome', ['lost'])).rejects.toMatchObject(unavailable);
    await expect(queue.measureDepths()).rejects.toMatchObject(unavailable);
    await gate.open();
    await vi.waitFor(async () => expect(await queue.isReachable()).toBe(true), { timeout: 5_000 });
    await queue.publish('outcome', ['found']);
    expect((await readJobs('outcomes')).map((job) => job.data)).toEqual([{ ids: ['found'] }]);
  });

  it('does not wait for one that hangs', async () => {
    gate.hush();
    await expect(queue.publish('outcome', ['a'])).rejects.toMatchObject(unavailable);
    expect(await queue.isReachable()).toBe(false);
  });

  it('starts without it and closes without it', async () => {
    const away = createWorkQueue({ redisUrl: 'redis://127.0.0.1:1', providers: [], prefix });
    await expect(away.publish('outcome', ['a'])).rejects.toMatchObject(unavailable);
    await away.close();
  });
});
