import type { FactDefinition, FactDictionary } from '../../../server/core/facts/fact-definition.ts';
import type { Facts, FactType } from '../../../server/core/facts/fact-value.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Condition, FindingParams, Leaf, Operand, Rule } from '../../../server/core/policies/ruleset.ts';

function define(name: string, type: FactType, options?: readonly string[]): FactDefinition {
  const label = { en: `Fact ${name}`, zh: `事实 ${name}` };
  return { name, type, source: 'test', meaning: label, label, ...(options === undefined ? {} : { options }) };
}

/** A small world of facts: at least one of each type, closed and open choices. */
export const LAB_DICTIONARY: FactDictionary = new Map(
  [
    define('lab.colour', 'choice', ['red', 'green', 'blue', 'grey']),
    define('lab.shape', 'choice'),
    define('lab.note', 'text'),
    define('lab.ready', 'boolean'),
    define('lab.open', 'boolean'),
    define('lab.count', 'integer'),
    define('lab.score', 'integer'),
    define('lab.tags', 'list'),
    define('lab.parts', 'list', ['a', 'b', 'c']),
    define('lab.age', 'interval'),
    define('lab.grants', 'timeline'),
    define('lab.share', 'ratio'),
    define('lab.outage', 'duration'),
  ].map((definition) => [definition.name, definition]),
);

/** The decision's instant in facts of this world. */
export const LAB_AT = Date.parse('2026-07-15T12:00:00.000Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** All facts known, with unremarkable values. */
export const LAB_FACTS: Facts = {
  'lab.colour': 'red',
  'lab.shape': 'round',
  'lab.note': 'hello',
  'lab.ready': true,
  'lab.open': false,
  'lab.count': 3,
  'lab.score': 50,
  'lab.tags': ['x', 'y'],
  'lab.parts': ['a'],
  'lab.age': { from: LAB_AT - DAY_MS, to: LAB_AT, zone: 'UTC' },
  'lab.grants': { instants: [LAB_AT - DAY_MS], at: LAB_AT },
  'lab.share': { part: [LAB_AT - DAY_MS], whole: [LAB_AT - 2 * DAY_MS, LAB_AT - DAY_MS], at: LAB_AT },
  'lab.outage': 5 * HOUR_MS,
};

const shared = { label: { en: 'Limit', zh: '限制' }, provenance: 'stated', clauses: ['LAB-1'] } as const;
const bounds = { min: 0, max: 1_000 };

/** One set parameter of every kind, by name. */
export const LAB_PARAMETERS: readonly Parameter[] = [
  { ...shared, name: 'window', kind: 'window', bounds, value: { amount: 14, unit: 'days', counting: 'elapsed' } },
  { ...shared, name: 'cap', kind: 'cap', bounds, value: { count: 1, per: { amount: 90, unit: 'days' } } },
  {
    ...shared,
    name: 'rate',
    kind: 'rate',
    bounds: { min: 0, max: 10_000 },
    value: { basisPoints: 5_000, per: { amount: 30, unit: 'days' }, minimumCount: 2 },
  },
  { ...shared, name: 'threshold', kind: 'threshold', bounds, unit: 'points', value: 40 },
  { ...shared, name: 'duration', kind: 'duration', bounds, value: { amount: 5, unit: 'hours' } },
  { ...shared, name: 'switch', kind: 'switch', value: true },
  { ...shared, name: 'list', kind: 'list', value: ['a', 'b'] },
  {
    ...shared,
    name: 'matrix',
    kind: 'matrix',
    value: { rows: ['r'], columns: ['x', 'y'], cells: { r: { x: 'yes', y: 'no' } } },
  },
  { ...shared, name: 'choice', kind: 'choice', options: ['red', 'green'], value: 'red' },
];

/** A parameter of that world without a value. */
export function unset(name: string, whenUnset?: 'refer' | 'off'): Parameter {
  const found = LAB_PARAMETERS.find((parameter) => parameter.name === name);
  if (found === undefined) throw new RangeError(`No parameter ${name}`);
  const { value: _value, ...rest } = found;
  return { ...rest, provenance: 'unset', ...(whenUnset === undefined ? {} : { whenUnset }) } as Parameter;
}

/** The parameters of that world with some replaced. */
export function withParameters(...replaced: readonly Parameter[]): Parameter[] {
  return LAB_PARAMETERS.map((parameter) => replaced.find(({ name }) => name === parameter.name) ?? parameter);
}

/** A comparison; a parameter is given as `$name`. */
export function leaf(fact: string, operator: string, value: Operand): Leaf {
  const operand = typeof value === 'string' && value.startsWith('$') ? { fact: `param.${value.slice(1)}` } : value;
  return { fact, operator, value: operand };
}

/** A rule that refers, unless told otherwise; rules are given in running order by their priority. */
export function rule(
  name: string,
  priority: number,
  conditions: Condition,
  params: Partial<FindingParams> = {},
  type: Rule['event']['type'] = 'refer',
): Rule {
  return {
    name,
    priority,
    conditions,
    event: { type, params: { stage: 'eligibility', reasonCode: 'LAB', ...params } },
  };
}

/** A rule that grants. */
export function grantRule(name: string, priority: number, conditions: Condition): Rule {
  return rule(name, priority, conditions, { remedy: 'cash_full', clause: 'LAB-1' }, 'grant');
}

/** A policy of that world. */
export function buildContent(rules: readonly Rule[], parameters: readonly Parameter[] = LAB_PARAMETERS): PolicyContent {
  return {
    policy: 'lab',
    name: 'Lab',
    zone: 'UTC',
    country: 'GB',
    versionBasis: 'request_time',
    defaultLocale: 'en',
    parameters,
    ruleset: { rules },
    messages: {},
    clocks: [],
    clauses: [{ id: 'LAB-1', paraphrase: 'A clause.' }],
  };
}
