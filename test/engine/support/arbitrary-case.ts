import fc from 'fast-check';
import type { Calendars } from '../../../server/core/calendars/calendar.ts';
import { NOT_APPLICABLE, UNKNOWN, type Facts, type FactValue } from '../../../server/core/facts/fact-value.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Condition, Operand } from '../../../server/core/policies/ruleset.ts';
import { BERLIN, buildCalendars, buildHolidays } from '../../builders/calendars.ts';
import { buildContent, DAY_MS, HOUR_MS, LAB_AT, LAB_PARAMETERS, leaf, rule } from './lab.ts';

/** A random ruleset with facts to run it on. */
export interface ArbitraryCase {
  readonly content: PolicyContent;
  readonly facts: Facts;
  readonly calendars: Calendars;
}

const TEXTS = ['a', 'b', 'c', 'red', 'r/x', 'r/y'] as const;
const text = fc.constantFrom(...TEXTS);
const texts = fc.uniqueArray(text, { maxLength: 4 });
const integer = fc.integer({ min: -2, max: 4 });
const flag = fc.boolean();
const span = fc.record({
  amount: fc.integer({ min: 0, max: 3 }),
  unit: fc.constantFrom('seconds' as const, 'hours' as const, 'days' as const),
});
const period = fc.record({
  amount: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom('hours' as const, 'days' as const),
});
// Instants lie on the edges of those spans, and a millisecond beside them.
const spanMs = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(1_000, HOUR_MS, DAY_MS), fc.integer({ min: -1, max: 1 }))
  .map(([amount, unit, beside]) => Math.max(0, amount * unit + beside));
const instants = fc
  .array(
    spanMs.map((ms) => LAB_AT + HOUR_MS - ms),
    { maxLength: 4 },
  )
  .map((list) => list.toSorted((one, other) => one - other));
const maybeTruncated = fc.option(fc.constant(true), { freq: 6, nil: undefined });

const VALUES: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
  'lab.colour': fc.constantFrom('red', 'green', 'blue', 'grey'),
  'lab.shape': text,
  'lab.note': text,
  'lab.ready': flag,
  'lab.open': flag,
  'lab.count': integer,
  'lab.score': integer,
  'lab.tags': texts,
  'lab.parts': texts,
  'lab.age': fc
    .tuple(spanMs, spanMs)
    .map(([before, length]) => ({ from: LAB_AT - before, to: LAB_AT - before + length, zone: 'UTC' })),
  'lab.grants': fc
    .tuple(instants, maybeTruncated)
    .map(([list, truncated]) => ({ instants: list, at: LAB_AT, ...(truncated ? { truncated } : {}) })),
  'lab.share': fc
    .tuple(instants, instants, maybeTruncated)
    .map(([part, whole, truncated]) => ({ part, whole, at: LAB_AT, ...(truncated ? { truncated } : {}) })),
  'lab.outage': spanMs,
};

const COMPARISONS: readonly {
  facts: readonly string[];
  operators: readonly string[];
  operand: fc.Arbitrary<Operand>;
}[] = [
  {
    facts: ['lab.colour', 'lab.shape', 'lab.note', 'param.choice'],
    operators: ['equal', 'notEqual'],
    operand: fc.oneof(text, fc.constant('$choice')),
  },
  {
    facts: ['lab.ready', 'lab.open', 'param.switch'],
    operators: ['equal', 'notEqual'],
    operand: fc.oneof(flag, fc.constant('$switch')),
  },
  {
    facts: ['lab.count', 'lab.score', 'param.threshold'],
    operators: ['equal', 'notEqual', 'lessThan', 'greaterThanInclusive', 'greaterThan', 'lessThanInclusive'],
    operand: fc.oneof(integer, fc.constant('$threshold')),
  },
  {
    facts: ['lab.colour', 'lab.shape', 'lab.note'],
    operators: ['in', 'notIn'],
    operand: fc.oneof(texts, fc.constantFrom('$list', '$matrix.yes', '$matrix.no')),
  },
  {
    facts: ['lab.tags', 'lab.parts', 'param.list'],
    operators: ['contains', 'doesNotContain'],
    operand: fc.oneof(text, fc.constant('$choice')),
  },
  {
    facts: ['lab.tags', 'lab.parts'],
    operators: ['containsAny', 'containsNone', 'includesAll', 'lacksAny'],
    operand: fc.oneof(texts, fc.constantFrom('$list', '$matrix.yes', '$matrix.no')),
  },
  { facts: ['lab.age'], operators: ['withinWindow', 'outsideWindow'], operand: fc.constant('$window') },
  { facts: ['lab.outage'], operators: ['longerThan', 'notLongerThan'], operand: fc.constant('$duration') },
  { facts: ['lab.grants'], operators: ['reachedCap', 'belowCap'], operand: fc.constant('$cap') },
  { facts: ['lab.share'], operators: ['rateAtLeast', 'rateBelow'], operand: fc.constant('$rate') },
];

const comparison = fc
  .constantFrom(...COMPARISONS)
  .chain(({ facts, operators, operand }) => fc.tuple(fc.constantFrom(...facts), fc.constantFrom(...operators), operand))
  .map(([fact, operator, operand]) => leaf(fact, operator, operand));

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5, depthSize: 'medium', withCrossShrink: true },
    { arbitrary: comparison, weight: 4 },
    { arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })), weight: 3 },
    { arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })), weight: 3 },
    { arbitrary: tie('condition').map((not) => ({ not })), weight: 2 },
  ),
}));

/** The root is a group, as json-rules-engine wants it. */
const root = condition.map((node): Condition => ('fact' in node ? { all: [node] } : node));

const values = {
  window: fc.record({
    amount: fc.integer({ min: 0, max: 3 }),
    unit: fc.constantFrom('hours' as const, 'days' as const),
    counting: fc.constantFrom('elapsed' as const, 'calendar' as const, 'calendar_workday_end' as const),
  }),
  cap: fc.record({ count: fc.integer({ min: 0, max: 3 }), per: period }),
  rate: fc.record({
    basisPoints: fc.constantFrom(0, 2_500, 3_333, 5_000, 10_000),
    per: period,
    minimumCount: fc.integer({ min: 1, max: 3 }),
  }),
  threshold: integer,
  duration: span,
  switch: flag,
  list: texts,
  matrix: fc
    .constantFrom('yes' as const, 'no' as const, 'unset' as const)
    .map((cell) => ({ rows: ['r'], columns: ['x', 'y'], cells: { r: { x: cell, y: 'no' as const } } })),
  choice: fc.constantFrom('red', 'a'),
};

function arbitraryParameter(parameter: Parameter, mayBeUnset: boolean): fc.Arbitrary<Parameter> {
  const known: fc.Arbitrary<unknown> = values[parameter.kind];
  const value = mayBeUnset ? fc.option(known, { freq: 5, nil: undefined }) : known;
  return fc.tuple(value, fc.constantFrom('refer', 'refer', 'off')).map(([set, whenUnset]) => {
    const { value: _value, ...rest } = parameter;
    // The pairs of kind and value are those of `values`.
    return (set === undefined ? { ...rest, provenance: 'unset', whenUnset } : { ...rest, value: set }) as Parameter;
  });
}

function arbitraryFacts(mayBeUnknown: boolean): fc.Arbitrary<Facts> {
  const entries = Object.entries(VALUES).map(([name, known]): [string, fc.Arbitrary<FactValue>] => {
    const missing = mayBeUnknown
      ? fc.constantFrom<FactValue>(UNKNOWN, NOT_APPLICABLE)
      : fc.constant<FactValue>(NOT_APPLICABLE);
    return [name, fc.oneof({ arbitrary: known, weight: 6 }, { arbitrary: missing, weight: 1 })];
  });
  return fc.record(Object.fromEntries(entries));
}

const calendars = fc.constantFrom(
  buildCalendars(),
  buildCalendars({ zone: BERLIN, holidays: buildHolidays(['2026-07-13', '2026-07-15', '2026-07-16']) }),
);

/** Rules of mixed priorities to depth 6, over facts of every type; in half of the cases nothing is unknown or unset. */
export const arbitraryCase: fc.Arbitrary<ArbitraryCase> = fc.boolean().chain((mayBeUnknown) =>
  fc
    .record({
      trees: fc.array(root, { minLength: 1, maxLength: 5 }),
      priorities: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 5, maxLength: 5 }),
      parameters: fc.tuple(...LAB_PARAMETERS.map((parameter) => arbitraryParameter(parameter, mayBeUnknown))),
      facts: arbitraryFacts(mayBeUnknown),
      calendars,
    })
    .map(({ trees, priorities, parameters, facts, calendars: days }) => ({
      content: buildContent(
        trees.map((tree, index) => rule(`rule-${index}`, priorities[index] ?? 100 + index, tree)),
        parameters,
      ),
      facts,
      calendars: days,
    })),
);
