import { describe, expect, it } from 'vitest';
import { cutNearMiss, verdictSentence } from '../../../server/core/decisions/verdict-sentence.ts';
import { buildDraft } from './build-draft.ts';

const [candidate] = buildDraft().candidates;
if (candidate === undefined) throw new Error('no candidate');

describe('verdictSentence', () => {
  it('says the verdict first, then why and by which version', () => {
    expect(verdictSentence(buildDraft(), 'en')).toBe(
      'Denied: CASH_WINDOW_PASSED (rule cash-window-passed, ANUMI-4d), version anumi #1',
    );
    expect(verdictSentence(buildDraft(), 'zh')).toBe(
      '已拒绝：CASH_WINDOW_PASSED（规则 cash-window-passed，ANUMI-4d），版本 anumi #1',
    );
  });

  it('says what is granted and how much', () => {
    const cash = buildDraft({
      disposition: 'granted',
      remedy: 'cash_pro_rata',
      amountMinor: 329,
      currency: 'EUR',
      reasonCode: 'PARTLY_USED_PACK',
    });
    expect(verdictSentence(cash, 'en')).toMatch(/^Granted: cash pro rata, 3\.29 EUR, PARTLY_USED_PACK \(/);
    const credits = buildDraft({
      disposition: 'granted',
      remedy: 'credit_restore',
      credits: 1,
      reasonCode: 'FAILED_RUN',
    });
    expect(verdictSentence(credits, 'en')).toMatch(/^Granted: credits restored, 1 credit, FAILED_RUN \(/);
    expect(verdictSentence({ ...credits, credits: 5 }, 'zh')).toMatch(/^已批准：退还积分，5 积分，FAILED_RUN（/);
  });

  it('says what was missing, without a rule where none decided', () => {
    const draft = buildDraft({
      disposition: 'referred',
      reasonCode: 'FACTS_MISSING',
      clauseIds: [],
      missing: ['a', 'b'],
      candidates: [
        {
          ...candidate,
          policy: { version: candidate.policy.version, trace: { rules: 'u', leaves: 'u' }, missing: ['a', 'b'] },
        },
      ],
    });
    expect(verdictSentence(draft, 'en')).toBe('Referred to a person: FACTS_MISSING (missing a, b), version anumi #1');
    expect(verdictSentence(draft, 'zh')).toBe('转人工处理：FACTS_MISSING（缺少 a、b），版本 anumi #1');
  });

  it('can be cut down to what it says without its near miss', () => {
    const words = { en: '1 too few', zh: '少1次' };
    const nearMiss = { rule: 'abuse-cycles', fact: 'customer.purchaseRefundCyclesAt', operator: 'belowCap', words };
    for (const locale of ['en', 'zh'] as const) {
      const plain = verdictSentence(buildDraft(), locale);
      expect(cutNearMiss(verdictSentence(buildDraft({ nearMiss }), locale))).toBe(plain);
      expect(cutNearMiss(plain)).toBe(plain);
    }
  });

  it('names the floor where it decided', () => {
    const floorVersion = { policy: 'statutory-floor', number: 3, digest: 'f3' };
    const floor = { version: floorVersion, trace: { rules: 'h', leaves: 'h' }, rule: 'withdrawal', missing: [] };
    const draft = buildDraft({
      floorVersion,
      clauseIds: ['FLOOR-1'],
      candidates: [{ ...candidate, floor, decidedBy: 'floor' }],
    });
    expect(verdictSentence(draft, 'en')).toBe(
      'Denied: CASH_WINDOW_PASSED (rule withdrawal, FLOOR-1), version statutory-floor #3 over anumi #1',
    );
    expect(verdictSentence({ ...draft, candidates: [{ ...candidate, floor }] }, 'en')).toContain(
      'rule cash-window-passed',
    );
  });

  it('ends with the near miss', () => {
    const nearMiss = {
      rule: 'unused-pack',
      fact: 'order.paidToClaim',
      operator: 'withinWindow',
      margin: 1,
      words: { en: '6 hours 12 minutes too late', zh: '晚了 6 小时 12 分钟' },
    };
    expect(verdictSentence(buildDraft({ nearMiss }), 'en')).toMatch(
      /version anumi #1; short of unused-pack: 6 hours 12 minutes too late$/,
    );
    expect(verdictSentence(buildDraft({ nearMiss }), 'zh')).toMatch(/；未达到 unused-pack：晚了 6 小时 12 分钟$/);
  });
});
