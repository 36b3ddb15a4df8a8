import { AppError } from '../../contract/error-registry.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { IdempotencyRecord, UnitOfWork } from '../../ports/unit-of-work.ts';
import { createUnit } from '../adjudication/batch.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
import type { IdempotencyClaim } from '../adjudication/work-item.ts';

/** What storing an answer beside its effect needs. */
export interface AnswerOnceDeps {
  readonly reads: Pick<Reads, 'findIdempotency'>;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
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
 * Answers a repeated request as before, for effects that are themselves safe to repeat (events, replays, notifications, erasure).
 * A try is marked before it runs, so that a repeat at the same time waits for its answer and another body under the key is refused
 * before it has any effect; the answer is stored after the effect. A refused request is not stored, and its key may be used again.
 * Throws IDEMPOTENCY_KEY_REUSED where the key came with another body.
 */
export async function answerOnce(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  run: () => Promise<string>,
): Promise<OnceAnswered> {
  for (let waits = 0; ; waits += 1) {
    const found = await readTries(deps, claim);
    if (found.answer !== undefined) return { status: 'replayed', response: checkBody(claim, found.answer).response };
    const { running, next } = found;
    if (running !== undefined) {
      checkBody(claim, running);
      await pauseWithJitter(waits);
    } else if (next > MOST_TRIES || (await store(deps, mark(claim, 'began', next)))) {
      return runMarked(deps, claim, next, run);
    }
  }
}

async function runMarked(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  number: number,
  run: () => Promise<string>,
): Promise<OnceAnswered> {
  let response: string;
  try {
    response = await run();
  } catch (error) {
    // Should this fail too, repeats wait until the mark is old; what was refused is what the caller has to hear.
    if (number <= MOST_TRIES) await store(deps, mark(claim, 'ended', number)).catch(() => false);
    throw error;
  }
  if (await store(deps, { ...claim, status: 200, response })) return { status: 'created', response };
  const { answer } = await readTries(deps, claim);
  return answer === undefined
    ? { status: 'created', response }
    : { status: 'replayed', response: checkBody(claim, answer).response };
}

/** What is stored under a key: the answer, else the try that runs, else the number of the next one. */
interface Tries {
  readonly answer?: IdempotencyRecord;
  readonly running?: IdempotencyRecord;
  readonly next: number;
}

async function readTries(deps: AnswerOnceDeps, claim: IdempotencyClaim): Promise<Tries> {
  const numbers = Array.from({ length: MOST_TRIES }, (_, index) => index + 1);
  const names = numbers.flatMap((number) => [nameMark(claim, 'began', number), nameMark(claim, 'ended', number)]);
  const found = await deps.reads.findIdempotency(claim.scope, [claim.key, ...names]);
  const answer = found.get(claim.key);
  const last = numbers.findLast((number) => found.has(nameMark(claim, 'began', number))) ?? 0;
  const began = found.get(nameMark(claim, 'began', last));
  const isOver = found.has(nameMark(claim, 'ended', last)) || (began?.createdAt ?? 0) + RUN_MS <= deps.clock.now();
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(began === undefined || isOver ? {} : { running: began }),
    next: last + 1,
  };
}

type Mark = 'began' | 'ended';

/** A caller's key holds no space, so that no key can be taken for a mark. */
function nameMark({ key }: IdempotencyClaim, what: Mark, number: number): string {
  return `${key} ${what} ${number}`;
}

function mark(claim: IdempotencyClaim, what: Mark, number: number): Omit<IdempotencyRecord, 'createdAt'> {
  return { ...claim, key: nameMark(claim, what, number), status: 102, response: '' };
}

/** False where the name is taken. */
async function store(deps: AnswerOnceDeps, record: Omit<IdempotencyRecord, 'createdAt'>, tries = 0): Promise<boolean> {
  const unit = createUnit(deps.clock.now());
  unit.idempotency.push({ ...record, createdAt: unit.at });
  const outcome = await deps.unitOfWork.commit(unit);
  if (outcome !== 'conflict' || tries + 1 >= STORE_TRIES) return outcome === 'committed';
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
