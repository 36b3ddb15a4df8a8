import { OUTCOMES_QUEUE } from '../queue/queue-names.ts';
import { handleJob, type HandlerDeps } from './handle-job.ts';
import { startWorker, type RunningWorker, type WorkerPlace } from './start-worker.ts';

/** Chunks posted at a time: a few keep the database busy while another is being read, more would only meet in conflicts. */
const CHUNKS_AT_ONCE = 2;

/** What the worker of outcomes needs. */
export interface OutcomeWorkerDeps extends HandlerDeps {
  readonly applyOutcomes: (ids: readonly string[]) => Promise<void>;
}

/** Posts what decisions reserved. */
export function startOutcomeWorker(place: WorkerPlace, deps: OutcomeWorkerDeps): RunningWorker {
  return startWorker(place, { queue: OUTCOMES_QUEUE, concurrency: CHUNKS_AT_ONCE, log: deps.log }, (data) =>
    handleJob(deps, data, deps.applyOutcomes),
  );
}
