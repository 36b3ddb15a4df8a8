import { AppError } from '../../contract/error-registry.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { IdempotencyRecord, UnitOfWork } from '../../ports/unit-of-work.ts';
import { createUnit } from '../adjudication/batch.ts';
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

/**
 * Answers a repeated request as before, for effects that are themselves safe to repeat (events, replays, notifications, erasure):
 * the answer is stored after the effect, and of two at once the first stored one is given to both. A refused request is not stored.
 * Throws IDEMPOTENCY_KEY_REUSED where the key came with another body.
 */
export async function answerOnce(
  deps: AnswerOnceDeps,
  claim: IdempotencyClaim,
  run: () => Promise<string>,
): Promise<OnceAnswered> {
  const known = await find(deps, claim);
  if (known !== null) return { status: 'replayed', response: known.response };
  const response = await run();
  const unit = createUnit(deps.clock.now());
  unit.idempotency.push({ ...claim, status: 200, response, createdAt: unit.at });
  if ((await deps.unitOfWork.commit(unit)) === 'committed') return { status: 'created', response };
  const rival = await find(deps, claim);
  return rival === null ? { status: 'created', response } : { status: 'replayed', response: rival.response };
}

async function find(
  deps: AnswerOnceDeps,
  { scope, key, bodyDigest }: IdempotencyClaim,
): Promise<IdempotencyRecord | null> {
  const known = (await deps.reads.findIdempotency(scope, [key])).get(key);
  if (known === undefined) return null;
  if (known.bodyDigest === bodyDigest) return known;
  throw new AppError(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key came with another body before. Use a new key for a new request.',
  );
}
