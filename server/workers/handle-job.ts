import { AppError, ERROR_REGISTRY, type ErrorCode } from '../contract/error-registry.ts';
import { outboxJobSchema } from '../contract/jobs/outbox-job.ts';
import type { LeasedMessage, Outbox } from '../ports/outbox.ts';
import type { Clock, Log } from '../ports/platform.ts';
import { BuryMessage, ParkMessage } from '../usecases/outbox/message-fate.ts';

/** A message that was tried this often since it was announced again, and still fails, is given up: some twelve minutes, since it is announced each half minute. */
export const MOST_ATTEMPTS = 24;

/** What every worker needs beside its use case. */
export interface HandlerDeps {
  readonly outbox: Pick<Outbox, 'findOpen' | 'countTry' | 'park' | 'bury'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Runs a use case over the messages of one job and maps each error to what becomes of its message: retry (the job
 * throws, the queue tries it again), park (due again later) or dead letter. `together` may gather the messages of other
 * jobs too; where it fails, each message is tried `alone`, so that a bad one does not keep its neighbours back.
 */
export async function handleJob(
  deps: HandlerDeps,
  data: unknown,
  together: (ids: readonly string[]) => Promise<void>,
  alone: (ids: readonly string[]) => Promise<void> = together,
): Promise<void> {
  const ids = await beginJob(deps, data);
  try {
    return await together(ids);
  } catch (error) {
    if (isAway(error)) throw error;
  }
  await handleEach(deps, ids, (id) => alone([id]));
}

/** The messages of a job; where they had to be announced again the try is counted first, so that one which kills its worker is found out. */
export async function beginJob(deps: HandlerDeps, data: unknown): Promise<readonly string[]> {
  const { ids, again } = outboxJobSchema.parse(data);
  if (again === true) await deps.outbox.countTry(ids, deps.clock.now());
  return ids;
}

/** As `handleJob`, for a use case that takes one message. Messages of a job run side by side. */
export async function handleEach(
  deps: HandlerDeps,
  ids: readonly string[],
  run: (id: string) => Promise<void>,
): Promise<void> {
  const results = await Promise.allSettled(
    ids.map(async (id) => {
      try {
        await run(id);
      } catch (error) {
        await decideFate(deps, id, error);
      }
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Parks or buries the message, or throws on what may pass. */
async function decideFate(deps: HandlerDeps, id: string, error: unknown): Promise<void> {
  if (error instanceof ParkMessage) return deps.outbox.park(id, error.dueAt);
  if (isAway(error)) throw error;
  const [message] = await deps.outbox.findOpen([id]);
  if (message === undefined) return;
  if (mayPass(error) && message.attempts < MOST_ATTEMPTS) throw error;
  await bury(deps, message, error);
}

async function bury(deps: HandlerDeps, message: LeasedMessage, error: unknown): Promise<void> {
  const { code, detail } = describe(error);
  await deps.outbox.bury(message.id, { code, detail, at: deps.clock.now() });
  deps.log.error(
    { messageId: message.id, topic: message.topic, ref: message.ref, code, err: error },
    'a message was given up and is a dead letter now',
  );
}

/** Codes and our own sentences only: the text of any other error might quote anything. */
function describe(error: unknown): { readonly code: string; readonly detail: string } {
  if (error instanceof AppError || error instanceof BuryMessage) return { code: error.code, detail: error.message };
  return { code: 'INTERNAL', detail: 'Something is broken here; the log has the details.' };
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  const code: ErrorCode = error.code;
  return ERROR_REGISTRY[code].retry;
}

function isAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'STORE_UNAVAILABLE';
}
