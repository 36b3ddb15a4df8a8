import { beginJob, handleEach, type HandlerDeps } from './handle-job.ts';
import { startWorker, type RunningWorker, type WorkerPlace } from './start-worker.ts';

/** What a worker of payouts needs. */
export interface PayoutWorkerDeps extends HandlerDeps {
  readonly sendPayout: (messageId: string) => Promise<void>;
}

/** Sends the payouts of one queue. */
export function startPayoutWorker(
  place: WorkerPlace,
  deps: PayoutWorkerDeps,
  queue: string,
  concurrency: number,
): RunningWorker {
  return startWorker(place, { queue, concurrency, log: deps.log }, async (data) =>
    handleEach(deps, await beginJob(deps, data), deps.sendPayout),
  );
}
