import { describe, expect, it } from 'vitest';
import { isDenialGeneric } from '../../../server/core/decisions/denial-disclosure.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';

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
