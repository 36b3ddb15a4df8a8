import { describe, expect, it } from 'vitest';
import polyglot from 'ra-i18n-polyglot';
import { wordVerdict } from '../../../admin/decisions/word-verdict.ts';
import type { VerdictParts } from '../../../admin/decisions/word-verdict.ts';
import { messagesEn } from '../../../admin/i18n/messages.en.ts';
import { messagesZh } from '../../../admin/i18n/messages.zh.ts';

const en = polyglot(() => messagesEn as never, 'en', { allowMissing: true }).translate;
const zh = polyglot(() => messagesZh as never, 'zh', { allowMissing: true }).translate;

const denied: VerdictParts = {
  disposition: 'denied',
  reasonCode: 'CASH_WINDOW_PASSED',
  remedy: null,
  credits: null,
  amountMinor: null,
  currency: null,
  missing: [],
};

describe('the verdict', () => {
  it('is one sentence with the reason', () => {
    expect(wordVerdict(denied, en, 'en')).toBe('Denied: the cash window had passed');
    expect(wordVerdict(denied, zh, 'zh')).toBe('拒绝：已过现金退款期限');
  });

  it('says what is granted', () => {
    const granted: VerdictParts = {
      ...denied,
      disposition: 'granted',
      reasonCode: 'UNUSED_PACK',
      remedy: 'cash_full',
      amountMinor: 999,
      currency: 'EUR',
    };
    expect(wordVerdict(granted, en, 'en')).toBe('Granted: unused pack, refund in full, 9.99 EUR');
    const credits: VerdictParts = {
      ...denied,
      disposition: 'granted',
      reasonCode: 'FAILED_RUN',
      remedy: 'credit_restore',
      credits: 1,
    };
    expect(wordVerdict(credits, en, 'en')).toBe('Granted: the run failed, credits back, 1 credit');
    expect(wordVerdict({ ...credits, credits: 12 }, zh, 'zh')).toBe('准予：运行失败，返还积分，12积分');
  });

  it('names what was not known', () => {
    const referred: VerdictParts = {
      ...denied,
      disposition: 'referred',
      reasonCode: 'FACTS_MISSING',
      missing: ['param.qualityReportWindow', 'order.paidAt'],
    };
    expect(wordVerdict(referred, en, 'en')).toBe('To a person: not known: param.qualityReportWindow, order.paidAt');
  });

  it('reads out a code that has no words', () => {
    expect(wordVerdict({ ...denied, reasonCode: 'OWN_CODE' }, en, 'en')).toBe('Denied: OWN_CODE');
  });
});
