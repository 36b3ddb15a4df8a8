import { Worker } from 'bullmq';
import { AppError } from '../contract/error-registry.ts';
import type { Log } from '../ports/platform.ts';
import { connectConsumer } from '../queue/redis-connection.ts';

/** How long a job stays ours without a sign of life, ms. Renewed by BullMQ; a killed worker's jobs go on after this and a check. */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 5_000;
/** Doing a job twice is harmless, since every use case passes over what is done. */
const MOST_STALLS = 5;
/** After a failed look for jobs, ms: Redis may be restarting. */
const RUN_RETRY_MS = 1_000;

/** Where jobs are. */
export interface WorkerPlace {
  readonly redisUrl: string;
  readonly prefix: string;
}

/** Which jobs a worker takes, and how many at a time. */
export interface WorkerPlan {
  readonly queue: string;
  readonly concurrency: number;
  readonly log: Log;
}

/** A worker that runs. */
export interface RunningWorker {
  /** Takes no more jobs and finishes those under way; while Redis is away that may never end. */
  close(): Promise<void>;
  /** Breaks the connections. Jobs under way come again when their locks run out. */
  cut(): void;
}

/** Starts consuming one queue. Jobs are whatever Redis holds, so `handle` decodes them. */
export function startWorker(
  place: WorkerPlace,
  { queue, concurrency, log }: WorkerPlan,
  handle: (data: unknown) => Promise<void>,
): RunningWorker {
  const connection = connectConsumer(place.redisUrl);
  const worker = new Worker<unknown>(queue, (job) => handle(job.data), {
    connection,
    prefix: place.prefix,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MOST_STALLS,
    runRetryDelay: RUN_RETRY_MS,
    removeOnComplete: { count: 0 },
  });
  let isAway = false;
  worker.on('ready', () => {
    isAway = false;
  });
  worker.on('error', (error) => {
    if (!isAway) log.warn({ queue, err: error }, 'the queue cannot be reached; the worker waits for it');
    isAway = true;
  });
  worker.on('failed', (job, error) => {
    const fields = { queue, jobId: job?.id, attempts: job?.attemptsMade, err: error };
    if (error instanceof AppError) log.warn(fields, 'a job failed and is tried again');
    else log.error(fields, 'a job failed; its messages stay in the outbox');
  });
  return {
    async close() {
      await worker.close();
      connection.disconnect();
    },
    cut() {
      worker.disconnect().catch(() => undefined);
      connection.disconnect();
    },
  };
}
