import { COMMON_PAYOUTS_QUEUE, payoutQueueOf, QUEUE_PREFIX } from '../queue/queue-names.ts';
import { startOutcomeWorker, type OutcomeWorkerDeps } from './outcome-worker.ts';
import { startPayoutWorker, type PayoutWorkerDeps } from './payout-worker.ts';
import { startLoop } from './start-loop.ts';

/** How long a close waits for what is under way, ms; jobs that are cut off come again. */
const CLOSE_MS = 7_000;

/** Tasks that no message asks for. Each answers how much it found. */
interface PeriodicTasks {
  readonly relayOutbox: () => Promise<number>;
  readonly checkStalePayouts: () => Promise<number>;
  /** Late answers of a provider that has no webhook of its own to send. */
  readonly deliverNotifications?: () => Promise<number>;
  /** Tries waiting events again whose arrival was missed. */
  readonly sweepWaitingEvents?: () => Promise<number>;
}

/** What a worker process runs with. `providers`: names with an adapter. `concurrency`: payouts a queue sends at a time. */
export interface WorkersDeps extends OutcomeWorkerDeps, PayoutWorkerDeps, PeriodicTasks {
  readonly redisUrl: string;
  readonly prefix?: string;
  readonly providers: readonly string[];
  readonly concurrency: number;
}

/** Workers that run. */
export interface Workers {
  /** Looks at the outbox at once. */
  nudge(): void;
  /** Finishes what is under way, within 10 s. */
  close(): Promise<void>;
}

/** Starts one worker per queue and the periodic tasks. Leases make any number of such processes safe. */
export function createWorkers(deps: WorkersDeps): Workers {
  const place = { redisUrl: deps.redisUrl, prefix: deps.prefix ?? QUEUE_PREFIX };
  const payoutQueues = [COMMON_PAYOUTS_QUEUE, ...deps.providers.map(payoutQueueOf)];
  const workers = [
    startOutcomeWorker(place, deps),
    ...payoutQueues.map((queue) => startPayoutWorker(place, deps, queue, deps.concurrency)),
  ];
  const loop = (name: string, run: (() => Promise<number>) | undefined, busyMs: number, idleMs: number) =>
    run === undefined ? [] : [startLoop({ name, run, busyMs, idleMs, log: deps.log })];
  const relay = loop('relay', deps.relayOutbox, 250, 2_000);
  const loops = [
    ...relay,
    ...loop('stale payouts', deps.checkStalePayouts, 5_000, 5_000),
    ...loop('notifications', deps.deliverNotifications, 500, 1_000),
    ...loop('waiting events', deps.sweepWaitingEvents, 5_000, 30_000),
  ];
  return {
    nudge() {
      for (const one of relay) one.nudge();
    },
    async close() {
      const ended = Promise.allSettled([
        ...loops.map((one) => one.close()),
        ...workers.map((worker) => worker.close()),
      ]);
      if (!(await endsWithin(ended, CLOSE_MS))) for (const worker of workers) worker.cut();
    },
  };
}

/** Whether it ended in time. */
async function endsWithin(ended: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([ended.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
