import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Condition, Effect, FindingParams, Rule } from '../../../server/core/policies/ruleset.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import type { Candidate, Candidates, CompiledVersion, DecideInput } from '../../../server/engine/decide/candidate.ts';
import { decide } from '../../../server/engine/decide/decide.ts';
import { buildCalendars } from '../../builders/calendars.ts';

/** Holds for every record. */
export const ALWAYS: Condition = { fact: 'claim.remedy', operator: 'in', value: ['cash', 'credits'] };

/** A rule without priority: `buildContent` numbers them in order. The reason code is the name in capitals. */
export function rule(name: string, type: Effect, conditions: Condition, params: Partial<FindingParams> = {}): Rule {
  const reasonCode = name.toUpperCase().replaceAll('-', '_');
  return { name, priority: 0, conditions, event: { type, params: { stage: 'eligibility', reasonCode, ...params } } };
}

export const SILENT = rule('policy-silent', 'refer', ALWAYS, { stage: 'fallback' });

const NOTHING_SAID = { label: { en: '', zh: '' }, provenance: 'stated', clauses: [] } as const;

export function switchOn(name: string, value = true): Parameter {
  return { name, kind: 'switch', value, ...NOTHING_SAID };
}

export function windowOf(name: string, days?: number): Parameter {
  const base = { name, kind: 'window', bounds: { min: 0, max: 365 }, ...NOTHING_SAID } as const;
  if (days === undefined) return { ...base, provenance: 'unset' };
  return { ...base, value: { amount: days, unit: 'days', counting: 'elapsed' } };
}

export function genericDenials(): Parameter {
  return { name: 'denialDisclosure', kind: 'choice', value: 'generic', options: ['generic', 'full'], ...NOTHING_SAID };
}

/** A policy of these rules, tried in this order. */
export function buildContent(rules: readonly Rule[], overrides: Partial<PolicyContent> = {}): PolicyContent {
  return {
    policy: 'anumi',
    name: 'Anumi',
    zone: 'UTC',
    country: 'DE',
    versionBasis: 'request_time',
    defaultLocale: 'en',
    parameters: [],
    messages: {},
    clocks: [],
    clauses: [],
    ruleset: { rules: rules.map((one, index) => ({ ...one, priority: (rules.length - index) * 10 })) },
    ...overrides,
  };
}

export function compileVersion(content: PolicyContent, number = 1): CompiledVersion {
  const version = { policy: content.policy, number, digest: `${content.policy}-${number}`, content };
  return { version, policy: compileRuleset(content, FACT_DICTIONARY) };
}

export function buildCandidate(content: PolicyContent, overrides: Partial<Candidate> = {}): Candidate {
  return { basis: 'request_time', ...compileVersion(content), ...overrides };
}

/** A candidate whose floor has these rules and is switched on. */
export function buildFloored(
  rules: readonly Rule[],
  floor: readonly Rule[],
  parameters: readonly Parameter[] = [],
): Candidate {
  const content = buildContent(rules, { parameters: [switchOn('statutoryFloor'), ...parameters] });
  return buildCandidate(content, {
    floor: compileVersion(buildContent(floor, { policy: 'statutory-floor', name: 'Floor' })),
  });
}

export function inputOf(record: CaseRecord, ...candidates: Candidates): DecideInput {
  return { record, calendars: buildCalendars(), candidates, ids: { decisionId: 'decision-1' } };
}

export function decideBy(record: CaseRecord, ...candidates: Candidates): DecisionDraft {
  return decide(inputOf(record, ...candidates));
}

/** Decides by one policy of these rules, `policy-silent` added. */
export function decideByRules(
  record: CaseRecord,
  rules: readonly Rule[],
  overrides: Partial<PolicyContent> = {},
): DecisionDraft {
  return decideBy(record, buildCandidate(buildContent([...rules, SILENT], overrides)));
}
