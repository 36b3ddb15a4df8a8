import { describe, expect, it } from 'vitest';
import { isDenialGeneric, redactForCustomer } from '../../../server/core/decisions/denial-disclosure.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { buildDraft } from './build-draft.ts';

function contentWith(...parameters: readonly Parameter[]): PolicyContent {
  return {
    policy: 'photoroom',
    name: 'Photoroom',
    zone: 'UTC',
    country: 'FR',
    versionBasis: 'request_time',
    defaultLocale: 'en',
    parameters,
    ruleset: { rules: [] },
    messages: {},
    clocks: [],
    clauses: [],
  };
}

function disclosure(value: string): Parameter {
  return {
    name: 'denialDisclosure',
    kind: 'choice',
    value,
    options: ['generic', 'full'],
    label: { en: '', zh: '' },
    provenance: 'stated',
    clauses: [],
  };
}

describe('isDenialGeneric', () => {
  it('holds for the choice generic alone', () => {
    expect(isDenialGeneric(contentWith(disclosure('generic')))).toBe(true);
    expect(isDenialGeneric(contentWith(disclosure('full')))).toBe(false);
    expect(isDenialGeneric(contentWith())).toBe(false);
  });
});

describe('redactForCustomer', () => {
  const generic = contentWith(disclosure('generic'));

  it('gives no reason, clause or sentence of ours away', () => {
    const draft = buildDraft({
      message: { customer: 'Thank you.', internal: 'Denied: CASH_WINDOW_PASSED', locale: 'en' },
    });
    const view = redactForCustomer(draft, generic);
    expect(view).toMatchObject({
      disposition: 'denied',
      reasonCode: 'DENIED_GENERIC',
      clauseIds: [],
      message: { text: 'Thank you.', locale: 'en' },
    });
    expect(JSON.stringify(view)).not.toMatch(/CASH_WINDOW|ANUMI|cash-window/);
  });

  it('shows reason and clause where the policy discloses them or it is no denial', () => {
    expect(redactForCustomer(buildDraft(), contentWith())).toMatchObject({
      reasonCode: 'CASH_WINDOW_PASSED',
      clauseIds: ['ANUMI-4d'],
    });
    expect(redactForCustomer(buildDraft({ disposition: 'referred' }), generic).reasonCode).toBe('CASH_WINDOW_PASSED');
  });

  it('names what is missing only to the one who can supply it', () => {
    expect(
      redactForCustomer(buildDraft({ disposition: 'needs_info', missing: ['description'] }), generic).missing,
    ).toEqual(['description']);
    expect(
      redactForCustomer(buildDraft({ disposition: 'referred', missing: ['order.method'] }), generic).missing,
    ).toEqual([]);
  });
});
