// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OutcomeWords } from '../../../admin/policy-versions/cases/outcome-words.tsx';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { renderAdmin } from '../render.tsx';

const brief = {
  disposition: 'denied',
  reasonCode: 'CASH_WINDOW_PASSED',
  remedy: null,
  credits: null,
  amountMinor: null,
  currency: null,
} as const;

afterEach(cleanup);

describe('an outcome of a boundary case', () => {
  it.each([
    ['en', 'denied: the cash window had passed'],
    ['zh', '拒绝：已过现金退款期限'],
  ] as const)('is said in words, with its code beneath (%s)', (locale, words) => {
    const outcome = { ...brief, rule: null, words: { ...SENTENCES.outcome(brief) } };
    renderAdmin(<OutcomeWords outcome={outcome} quiet={false} />, { locale });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('CASH_WINDOW_PASSED')).toBeTruthy();
  });
});
