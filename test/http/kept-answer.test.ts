import { describe, expect, it } from 'vitest';
import { keepAnswer, recallAnswer } from '../../server/http/kept-answer.ts';

const ada = { id: 'user/1', name: 'Ada' };
const answer = {
  id: 'anumi.d1',
  name: 'Anumi',
  authors: [ada, { id: 'user/2', name: 'Bob' }],
  submission: { by: ada, at: 1 },
  bootstrap: { id: 'system/bootstrap', name: 'bootstrap' },
  nothing: null,
};

describe('an answer that is kept', () => {
  it('holds the ids of people and not their names', () => {
    const kept = keepAnswer(answer);
    expect(kept).toContain('user/2');
    expect(kept).not.toMatch(/Ada|Bob/u);
    expect(kept).toContain('Anumi');
  });

  it('is told with the names of today; who is unknown is called by their id', async () => {
    const asked: (readonly string[])[] = [];
    const told = await recallAnswer(keepAnswer(answer), async (actors) => {
      asked.push(actors);
      return new Map([['user/1', 'Ada King']]);
    });
    expect(asked).toEqual([['user/1', 'user/2']]);
    expect(told).toEqual({
      ...answer,
      authors: [
        { id: 'user/1', name: 'Ada King' },
        { id: 'user/2', name: 'user/2' },
      ],
      submission: { by: { id: 'user/1', name: 'Ada King' }, at: 1 },
    });
  });

  it.each([null, [], { accepted: 1, rejected: [] }])('of nobody asks for no names: %j', async (plain) => {
    expect(await recallAnswer(keepAnswer(plain), () => Promise.reject(new Error('asked')))).toEqual(plain);
  });
});
