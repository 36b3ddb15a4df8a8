import { describe, expect, it } from 'vitest';
import { answerOnce, type AnswerOnceDeps } from '../../../server/usecases/idempotency/answer-once.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';

const claim = { scope: 'anumi POST /api/events', key: 'k1', bodyDigest: 'd1' };

function open(): { deps: AnswerOnceDeps; effects: string[]; run: (answer: string) => () => Promise<string> } {
  const stores = createMemoryStores();
  const effects: string[] = [];
  const run = (answer: string) => async () => {
    effects.push(answer);
    return answer;
  };
  return { deps: { reads: stores.reads, unitOfWork: stores.units, clock: { now: () => 1_000 } }, effects, run };
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

  it('that another request stored first is given to both', async () => {
    const { deps, run } = open();
    const late = answerOnce(deps, claim, async () => {
      await answerOnce(deps, claim, run('{"first":true}'));
      return '{"first":false}';
    });
    expect(await late).toEqual({ status: 'replayed', response: '{"first":true}' });
  });

  it('to a request that was refused is not stored', async () => {
    const { deps, run } = open();
    await expect(answerOnce(deps, claim, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await answerOnce(deps, claim, run('{}'))).toMatchObject({ status: 'created' });
  });
});
