import { Queue, type JobsOptions } from 'bullmq';
import { AppError } from '../contract/error-registry.ts';
import { IDS_PER_JOB, type OutboxJob } from '../contract/jobs/outbox-job.ts';
import type { OutboxTopic } from '../ports/outbox.ts';
import type { QueueDepth, QueueHealth, WorkQueue } from '../ports/platform.ts';
import { listQueueNames, QUEUE_PREFIX, selectQueueName } from './queue-names.ts';
import { connectProducer, QUEUE_TIMEOUT_MS } from './redis-connection.ts';

/** Failed jobs kept for a look; what they were about is in the outbox. */
const FAILED_KEPT = 1_000;

/** A queue with so many jobs in it has enough to do, whatever of it was announced twice. */
const BACKLOG_JOBS = 500;

/** Quick retries by the queue itself; the slow ones are the relay's. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { count: FAILED_KEPT },
};

/** Where the queue is, and which providers have a queue of their own. `prefix` keeps installations on one Redis apart. */
export interface WorkQueueOptions {
  readonly redisUrl: string;
  readonly providers: readonly string[];
  readonly prefix?: string;
}

/** The producing side. */
export interface RunningWorkQueue extends WorkQueue, QueueHealth {
  close(): Promise<void>;
}

/** Opens the producing side on BullMQ. Nothing waits for Redis: while it is away, calls fail within 200 ms with QUEUE_UNAVAILABLE. */
export function createWorkQueue({ redisUrl, providers, prefix = QUEUE_PREFIX }: WorkQueueOptions): RunningWorkQueue {
  const connection = connectProducer(redisUrl);
  const queues = new Map(listQueueNames(providers).map((name) => [name, openQueue(name)]));

  function openQueue(name: string): Queue<OutboxJob> {
    const queue = new Queue<OutboxJob>(name, {
      connection,
      prefix,
      skipWaitingForReady: true,
      skipVersionCheck: true,
      defaultJobOptions: JOB_OPTIONS,
    });
    queue.on('error', () => undefined);
    return queue;
  }

  function selectQueue(topic: OutboxTopic, provider: string | undefined): Queue<OutboxJob> {
    const queue = queues.get(selectQueueName(topic, provider, providers));
    if (queue === undefined) throw new Error(`No queue for ${topic}`);
    return queue;
  }

  return {
    async publish(topic, ids, provider, isRepeat = false) {
      if (ids.length === 0) return;
      const queue = selectQueue(topic, provider);
      const again = isRepeat ? ({ again: true } as const) : {};
      await withinTime(() =>
        queue.addBulk(cutIntoJobs(ids).map((chunk) => ({ name: topic, data: { ids: chunk, ...again } }))),
      );
    },
    async isBacklogged(topic, provider) {
      const queue = selectQueue(topic, provider);
      return (await withinTime(() => queue.getJobCountByTypes('waiting', 'delayed'))) >= BACKLOG_JOBS;
    },
    async isReachable() {
      if (connection.status !== 'ready') return false;
      return withinTime(() => connection.ping()).then(
        (reply) => reply === 'PONG',
        () => false,
      );
    },
    measureDepths: () => Promise.all([...queues].map(([name, queue]) => measure(name, queue))),
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)));
      connection.disconnect();
    },
  };
}

function cutIntoJobs(ids: readonly string[]): string[][] {
  const jobs: string[][] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_JOB) jobs.push(ids.slice(start, start + IDS_PER_JOB));
  return jobs;
}

async function measure(name: string, queue: Queue<OutboxJob>): Promise<QueueDepth> {
  const counts = await withinTime(() => queue.getJobCounts('waiting', 'active', 'delayed', 'failed'));
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { queue: name, waiting, active, delayed, failed };
}

/** BullMQ may wait for its connection before it sends anything, so the connection's own limit is not enough. */
async function withinTime<T>(call: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${QUEUE_TIMEOUT_MS} ms`)), QUEUE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([call(), timeout]);
  } catch (error) {
    throw new AppError('QUEUE_UNAVAILABLE', 'Redis did not take the job. What it is about waits in the outbox.', {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}
