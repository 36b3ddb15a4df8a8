import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { mergeSaves } from '../../../server/usecases/drafts/merge-saves.ts';
import type { Said } from '../../../server/usecases/drafts/merge-saves.ts';
import { buildContent } from '../../builders/policy-draft.ts';

const buildCase = (disposition: 'granted' | 'denied'): GoldenCase =>
  ({ name: 'Late', claim: { about: 'order' }, expect: { disposition, reasonCode: 'X' } }) as unknown as GoldenCase;
const say = (change: Parameters<typeof buildContent>[0], cases: readonly GoldenCase[] = []): Said => ({
  content: buildContent(change),
  cases,
});
const wordsOf = (base: Said, theirs: Said, mine: Said) =>
  mergeSaves(base, theirs, mine).rows.map(({ key, state, words }) => ({ key, state, words }));

describe('what two people changed, in words', () => {
  it('says which version counts as people say it', () => {
    const [base, theirs, mine] = (['request_time', 'purchase_time', 'more_generous'] as const).map((versionBasis) =>
      say({ versionBasis }),
    );
    if (base === undefined || theirs === undefined || mine === undefined) throw new Error('three sides');
    expect(wordsOf(base, theirs, mine)).toEqual([
      {
        key: 'head/versionBasis',
        state: 'clash',
        words: {
          base: { en: 'that in force when the claim came in', zh: '收到申请时生效的版本' },
          theirs: { en: 'that in force at the purchase', zh: '购买时生效的版本' },
          mine: { en: 'the more generous of the two', zh: '两者中对客户更有利的版本' },
        },
      },
    ]);
  });

  it('says what a case expects, and which side has none', () => {
    expect(wordsOf(say({}), say({}, [buildCase('denied')]), say({}, [buildCase('granted')]))).toMatchObject([
      {
        key: 'case/Late',
        words: { base: { zh: '无' }, theirs: { en: 'denied', zh: '拒绝' }, mine: { en: 'granted', zh: '准予' } },
      },
    ]);
  });

  it('says of what is no text that it differs', () => {
    const clause = { id: 'X-1', paraphrase: 'Something.' };
    expect(wordsOf(say({}), say({ clauses: [clause] }), say({}))[0]?.words.theirs.en).toBe('as it stands there');
  });
});
