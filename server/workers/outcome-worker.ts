import { IDS_PER_JOB } from '../contract/jobs/outbox-job.ts';
import { OUTCOMES_QUEUE } from '../queue/queue-names.ts';
import { Lanes } from '../usecases/adjudication/lanes.ts';
import { handleJob, type HandlerDeps } from './handle-job.ts';
import { startWorker, type RunningWorker, type WorkerPlace } from './start-worker.ts';

/** Jobs taken at a time. A job may hold one message; what is under way together is posted together. */
const JOBS_AT_ONCE = 256;
/** One batch is posted at a time in a process: what arrives meanwhile makes the next one larger. Those of two processes may meet at a customer, whose guard lets one of them through. */
const BATCHES_AT_ONCE = 1;

/** What the worker of outcomes needs. */
export interface OutcomeWorkerDeps extends HandlerDeps {
  readonly applyOutcomes: (ids: readonly string[]) => Promise<void>;
}

/** Posts what decisions reserved: the messages of all jobs under way, gathered into few transactions. */
export function startOutcomeWorker(place: WorkerPlace, deps: OutcomeWorkerDeps): RunningWorker {
  const lanes = new Lanes<string, true>(
    async (ids) => {
      await deps.applyOutcomes(ids);
      return ids.map(() => true as const);
    },
    { lanes: BATCHES_AT_ONCE, batchSize: IDS_PER_JOB },
  );
  const together = async (ids: readonly string[]): Promise<void> => {
    await Promise.all(ids.map((id) => lanes.submit(id, id)));
  };
  return startWorker(place, { queue: OUTCOMES_QUEUE, concurrency: JOBS_AT_ONCE, log: deps.log }, (data) =>
    handleJob(deps, data, together, deps.applyOutcomes),
  );
}
