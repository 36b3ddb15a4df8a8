import type { GoldenCase } from '../../server/contract/rules/golden-case-schema.ts';
import type { PolicyDraft } from '../../server/core/policies/draft.ts';
import type { Parameter } from '../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import type { Rule } from '../../server/core/policies/ruleset.ts';

/** A window of so many days, exact hours. */
export function buildWindow(name: string, amount: number, change: Partial<Parameter> = {}): Parameter {
  return {
    name,
    kind: 'window',
    label: { en: `Window ${name}`, zh: `期限${name}` },
    provenance: 'stated',
    clauses: ['ANUMI-4d'],
    value: { amount, unit: 'days', counting: 'elapsed' },
    bounds: { min: 1, max: 365 },
    ...change,
  } as Parameter;
}

/** A rule that denies orders while a fact holds. */
export function buildRule(name: string, priority: number, change: Partial<Rule> = {}): Rule {
  return {
    name,
    priority,
    conditions: { all: [{ fact: 'subject.kind', operator: 'equal', value: 'order' }] },
    event: { type: 'deny', params: { stage: 'eligibility', reasonCode: 'NO', clause: 'ANUMI-4d' } },
    ...change,
  };
}

/** A small content. */
export function buildContent(change: Partial<PolicyContent> = {}): PolicyContent {
  return {
    policy: 'anumi',
    name: 'Anumi',
    zone: 'UTC',
    country: 'US',
    versionBasis: 'request_time',
    defaultLocale: 'en',
    parameters: [buildWindow('one', 14), buildWindow('two', 7)],
    ruleset: { rules: [buildRule('first', 30), buildRule('second', 20), buildRule('third', 10)] },
    messages: { en: { NO: 'No.' } },
    clocks: [],
    clauses: [{ id: 'ANUMI-4d', paraphrase: 'No.' }],
    ...change,
  };
}

/** A draft of one author's, as it begins. */
export function buildPolicyDraft(change: Partial<PolicyDraft<GoldenCase>> = {}): PolicyDraft<GoldenCase> {
  return {
    id: 'anumi.d1',
    policy: 'anumi',
    sequence: 1,
    rev: 1,
    revision: 1,
    state: 'draft',
    origin: 'edit',
    basedOn: 1,
    content: buildContent(),
    cases: [],
    accepted: [],
    acknowledgements: [],
    authors: ['user/owner'],
    createdAt: 0,
    savedAt: 0,
    savedBy: 'user/owner',
    changedAt: 0,
    changedBy: 'user/owner',
    ...change,
  };
}
