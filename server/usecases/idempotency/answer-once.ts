import { AppError } from '../../contract/error-registry.ts';
import type { DoneMark } from '../../core/access/request-actor.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { CommitOutcome, IdempotencyRecord, UnitOfWork } from '../../ports/unit-of-work.ts';
import { createUnit } from '../adjudication/batch.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
import type { IdempotencyClaim } from '../adjudication/work-item.ts';

/** What storing an answer beside its effect needs. */
export interface AnswerOnceDeps {
  readonly reads: Pick<Reads, 'findIdempotency'>;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** Tells of an effect that was noted as done what its request is answered (JSON); `effect` as it was noted. */
  readonly describeEffect: (effect: string) => Promise<string>;
}

/** An answer as JSON, and whether it was made now or found. */
export interface OnceAnswered {
  readonly status: 'created' | 'replayed';
  readonly response: string;
}

/** How long a request that began and never ended keeps its repeats waiting, ms: whoever ran it may have died. */
const RUN_MS = 30_000;
/** Tries of one key that are told apart; beyond, a repeat runs without waiting for anybody. */
const MOST_TRIES = 16;
/** Times that an insert which met another one is made again. */
const STORE_TRIES = 5;

/**
 * Answers a repeated request as before, for effects that are themselves safe to repeat (events, replays, notifications, erasure)
 * or that write the mark which `run` is given in their own transaction: one that died before its answer was stored is
 * then not done again, but told of as it stands.
 * A try is marked before it runs, so that a repeat at the same time waits for its answer and another body under the key is refused
 * before it has any effect; the answer is stored after the effect. A refused request is not stored, and its key may be used again.
 * Throws IDEMPOTENCY_KEY_REUSED where the key came with another body.
 */
export async function answerOnce(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  run: (done: DoneMark) => Promise<string>,
): Promise<OnceAnswered> {
  for (let waits = 0; ; waits += 1) {
    const found = await readTries(deps, claim);
    if (found.answer !== undefined) return { status: 'replayed', response: checkBody(claim, found.answer).response };
    const { running, next, done } = found;
    if (running !== undefined) {
      checkBody(claim, running);
      await pauseWithJitter(waits);
    } else if (done !== undefined) {
      return tellEffect(deps, claim, done);
    } else if (next > MOST_TRIES || (await store(deps, mark(claim, 'began', next))) === 'committed') {
      return runMarked(deps, claim, next, run);
    }
  }
}

async function runMarked(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  number: number,
  run: (done: DoneMark) => Promise<string>,
): Promise<OnceAnswered> {
  let response: string;
  try {
    response = await run({ ...claim, key: nameDone(claim) });
  } catch (error) {
    // Should this fail too, repeats wait until the mark is old; what was refused is what the caller has to hear.
    if (number <= MOST_TRIES) await store(deps, mark(claim, 'ended', number)).catch(() => 'conflict');
    // It may have had its effect all the same; or another try had it first, and that is why this one was refused.
    const { done } = await readTries(deps, claim).catch(() => ({ done: undefined }));
    if (done === undefined) throw error;
    return tellEffect(deps, claim, done);
  }
  return storeAnswer(deps, claim, { status: 'created', response });
}

/** Tells of an effect that a try had which never stored its answer. */
async function tellEffect(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  done: IdempotencyRecord,
): Promise<OnceAnswered> {
  const response = await deps.describeEffect(checkBody(claim, done).response);
  return storeAnswer(deps, claim, { status: 'replayed', response });
}

/** Stores an answer, and gives it, or the one that was stored before it. */
async function storeAnswer(deps: AnswerOnceDeps, claim: IdempotencyClaim, own: OnceAnswered): Promise<OnceAnswered> {
  const outcome = await store(deps, { ...claim, status: 200, response: own.response });
  if (outcome !== 'duplicate') return own;
  const { answer } = await readTries(deps, claim);
  return answer === undefined ? own : { status: 'replayed', response: checkBody(claim, answer).response };
}

/** What is stored under a key: the answer, else that it had its effect, else the try that runs, else the number of the next one. */
interface Tries {
  readonly answer?: IdempotencyRecord;
  readonly done?: IdempotencyRecord;
  readonly running?: IdempotencyRecord;
  readonly next: number;
}

async function readTries(deps: AnswerOnceDeps, claim: IdempotencyClaim): Promise<Tries> {
  const numbers = Array.from({ length: MOST_TRIES }, (_, index) => index + 1);
  const names = numbers.flatMap((number) => [nameMark(claim, 'began', number), nameMark(claim, 'ended', number)]);
  const found = await deps.reads.findIdempotency(claim.scope, [claim.key, nameDone(claim), ...names]);
  const [answer, done] = [found.get(claim.key), found.get(nameDone(claim))];
  const last = numbers.findLast((number) => found.has(nameMark(claim, 'began', number))) ?? 0;
  const began = found.get(nameMark(claim, 'began', last));
  const isOver = found.has(nameMark(claim, 'ended', last)) || (began?.createdAt ?? 0) + RUN_MS <= deps.clock.now();
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(done === undefined ? {} : { done }),
    ...(began === undefined || isOver ? {} : { running: began }),
    next: last + 1,
  };
}

type Mark = 'began' | 'ended';

/** A caller's key holds no space, so that no key can be taken for a mark. */
function nameMark({ key }: IdempotencyClaim, what: Mark, number: number): string {
  return `${key} ${what} ${number}`;
}

function nameDone({ key }: IdempotencyClaim): string {
  return `${key} done`;
}

function mark(claim: IdempotencyClaim, what: Mark, number: number): Omit<IdempotencyRecord, 'createdAt'> {
  return { ...claim, key: nameMark(claim, what, number), status: 102, response: '' };
}

/** `duplicate` where the name is taken; `conflict` where that could not be found out, and nothing was stored. */
async function store(
  deps: AnswerOnceDeps,
  record: Omit<IdempotencyRecord, 'createdAt'>,
  tries = 0,
): Promise<CommitOutcome> {
  const unit = createUnit(deps.clock.now());
  unit.idempotency.push({ ...record, createdAt: unit.at });
  const outcome = await deps.unitOfWork.commit(unit);
  if (outcome !== 'conflict' || tries + 1 >= STORE_TRIES) return outcome;
  await pauseWithJitter(tries);
  return store(deps, record, tries + 1);
}

function checkBody({ bodyDigest }: IdempotencyClaim, known: IdempotencyRecord): IdempotencyRecord {
  if (known.bodyDigest === bodyDigest) return known;
  throw new AppError(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key came with another body before. Use a new key for a new request.',
  );
}
