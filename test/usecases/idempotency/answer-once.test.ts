import { describe, expect, it, vi } from 'vitest';
import { answerOnce, type AnswerOnceDeps } from '../../../server/usecases/idempotency/answer-once.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';

const claim = { scope: 'anumi POST /api/events', key: 'k1', bodyDigest: 'd1' };

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
  return { deps: { reads: stores.reads, unitOfWork: stores.units, clock: { now: () => at.now } }, effects, run, at };
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
