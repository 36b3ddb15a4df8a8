import { describe, expect, it, vi } from 'vitest';
import { answerOnce, type AnswerOnceDeps } from '../../../server/usecases/idempotency/answer-once.ts';
import type { DoneMark } from '../../../server/core/access/request-actor.ts';
import { createUnit } from '../../../server/usecases/adjudication/batch.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';

const claim = { scope: 'anumi POST /api/events', key: 'k1', bodyDigest: 'd1' };

const describeEffect = async (effect: string) => JSON.stringify({ told: effect });

interface Opened {
  readonly deps: AnswerOnceDeps;
  readonly effects: string[];
  readonly run: (answer: string) => () => Promise<string>;
  readonly at: { now: number };
}

function open(): Opened {
  const at = { now: 1_000 };
  const stores = createMemoryStores();
  const effects: string[] = [];
  const run = (answer: string) => async () => {
    effects.push(answer);
    return answer;
  };
  return {
    deps: { reads: stores.reads, unitOfWork: stores.units, clock: { now: () => at.now }, describeEffect },
    effects,
    run,
    at,
  };
}

describe('an answer', () => {
  it('is given again to the same key and body, without the effect', async () => {
    const { deps, effects, run } = open();
    expect(await answerOnce(deps, claim, run('{"accepted":1}'))).toEqual({
      status: 'created',
      response: '{"accepted":1}',
    });
    expect(await answerOnce(deps, claim, run('{"accepted":0}'))).toEqual({
      status: 'replayed',
      response: '{"accepted":1}',
    });
    expect(effects).toEqual(['{"accepted":1}']);
  });

  it('is refused to the same key with another body', async () => {
    const { deps, run } = open();
    await answerOnce(deps, claim, run('{}'));
    await expect(answerOnce(deps, { ...claim, bodyDigest: 'd2' }, run('{}'))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('is waited for by whoever asks at the same time, and the effect happens once', async () => {
    const { deps, effects, run } = open();
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return run('{"first":true}')();
    };
    const answers = await Promise.all([
      answerOnce(deps, claim, slow),
      answerOnce(deps, claim, run('{"second":true}')),
      answerOnce(deps, claim, run('{"third":true}')),
    ]);
    expect(answers.map((answer) => answer.response)).toEqual(Array.from({ length: 3 }, () => effects[0]));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(['created', 'replayed', 'replayed']);
    expect(effects).toHaveLength(1);
  });

  it('is refused to another body at the same time, before that has any effect', async () => {
    const { deps, effects, run } = open();
    const results = await Promise.allSettled([
      answerOnce(deps, claim, run('{"first":true}')),
      answerOnce(deps, { ...claim, bodyDigest: 'd2' }, run('{"second":true}')),
    ]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(effects).toHaveLength(1);
  });

  it('of whoever died is not waited for for ever, and what was stored first is given to both', async () => {
    const { deps, run, at } = open();
    let revive = (): void => undefined;
    const died = answerOnce(deps, claim, async () => {
      await new Promise<void>((resolve) => {
        revive = resolve;
      });
      return '{"late":true}';
    });
    await vi.waitFor(async () => expect((await deps.reads.findIdempotency(claim.scope, ['k1 began 1'])).size).toBe(1));
    at.now += 30_000;
    expect(await answerOnce(deps, claim, run('{"again":true}'))).toMatchObject({ status: 'created' });
    revive();
    expect(await died).toEqual({ status: 'replayed', response: '{"again":true}' });
  });

  it('to a request that was refused is not stored, and its key is free for another body', async () => {
    const { deps, run } = open();
    for (let tries = 0; tries < 20; tries += 1)
      await expect(answerOnce(deps, claim, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await answerOnce(deps, { ...claim, bodyDigest: 'd2' }, run('{}'))).toMatchObject({ status: 'created' });
  });
});

describe('an effect that was noted in its own transaction', () => {
  /** An effect that happens once: the mark is written with it, and may be taken. */
  const once =
    ({ deps, effects }: Opened, died: boolean) =>
    async (done: DoneMark) => {
      const unit = createUnit(1_000);
      unit.idempotency.push({ ...done, status: 102, response: 'd1', createdAt: 1_000 });
      if ((await deps.unitOfWork.commit(unit)) === 'duplicate') throw new Error('it is done already');
      effects.push('d1');
      if (died) await new Promise(() => undefined);
      return '{"first":true}';
    };

  it('is told of, and not had again, where its answer was never stored', async () => {
    const opened = open();
    void answerOnce(opened.deps, claim, once(opened, true));
    await vi.waitFor(() => expect(opened.effects).toEqual(['d1']));
    opened.at.now += 30_000;
    await expect(answerOnce(opened.deps, { ...claim, bodyDigest: 'd2' }, once(opened, false))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const told = { status: 'replayed', response: '{"told":"d1"}' };
    expect(await answerOnce(opened.deps, claim, once(opened, false))).toEqual(told);
    expect(await answerOnce(opened.deps, claim, once(opened, false))).toEqual(told);
    expect(opened.effects).toEqual(['d1']);
  });

  it('is told of to a try that began when the first was slow, and was refused because of it', async () => {
    const opened = open();
    let [revive, isSlow] = [(): void => undefined, true];
    const slow = async (done: DoneMark) => {
      if (isSlow) {
        isSlow = false;
        await new Promise<void>((resolve) => {
          revive = resolve;
        });
      }
      return once(opened, false)(done);
    };
    const first = answerOnce(opened.deps, claim, slow);
    await vi.waitFor(() => expect(isSlow).toBe(false));
    opened.at.now += 30_000;
    expect(await answerOnce(opened.deps, claim, slow)).toEqual({ status: 'created', response: '{"first":true}' });
    revive();
    expect(await first).toEqual({ status: 'replayed', response: '{"first":true}' });
    expect(opened.effects).toEqual(['d1']);
  });
});
