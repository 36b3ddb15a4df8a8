import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, LAB_DICTIONARY, leaf, rule, unset, withParameters } from '../support/lab.ts';

const red = leaf('lab.colour', 'equal', 'red');
const blue = leaf('lab.colour', 'equal', 'blue');
const ready = leaf('lab.ready', 'equal', true);
const inTime = leaf('lab.age', 'withinWindow', '$window');
const late = leaf('lab.age', 'outsideWindow', '$window');

function codes(conditions: readonly Condition[], parameters?: readonly Parameter[]): string[] {
  const rules = conditions.map((condition, index) => rule(`r${index}`, 100 - index, condition));
  return lintRuleset(buildContent(rules, parameters), LAB_DICTIONARY).map(
    ({ code, path }) => `${code} ${path.replace('/ruleset/rules/', '')}`,
  );
}

describe('a rule that can never fire', () => {
  it.each<[string, Condition]>([
    ['two values at once', { all: [red, blue] }],
    ['a value and its complement', { all: [red, leaf('lab.colour', 'notEqual', 'red')] }],
    ['a value outside a list', { all: [red, leaf('lab.colour', 'in', ['blue', 'green'])] }],
    ['none of all options', { all: [leaf('lab.colour', 'notIn', ['red', 'green', 'blue', 'grey'])] }],
    ['a boolean both ways', { all: [ready, leaf('lab.ready', 'equal', false)] }],
    ['a boolean neither way', { all: [leaf('lab.ready', 'notEqual', true), leaf('lab.ready', 'notEqual', false)] }],
    ['an empty range', { all: [leaf('lab.count', 'greaterThan', 4), leaf('lab.count', 'lessThan', 5)] }],
    [
      'a number outside its range',
      { all: [leaf('lab.count', 'equal', 3), leaf('lab.count', 'greaterThanInclusive', 4)] },
    ],
    ['a parameter both ways', { all: [inTime, late] }],
    ['the same further down', { all: [red, { all: [ready, { all: [blue] }] }] }],
    [
      'the same below a not',
      { not: { any: [leaf('lab.colour', 'notEqual', 'red'), leaf('lab.colour', 'notEqual', 'blue')] } },
    ],
    ['a choice of impossible ones', { any: [{ all: [red, blue] }, { all: [inTime, late] }] }],
    ['an impossible choice beside others', { all: [ready, { any: [{ all: [red, blue] }] }] }],
  ])('%s', (_why, conditions) => {
    expect(codes([conditions])).toEqual(['never_fires 0/conditions']);
  });

  it.each<[string, Condition]>([
    ['values of different facts', { all: [red, leaf('lab.shape', 'equal', 'blue')] }],
    ['a choice with one possible', { any: [{ all: [red, blue] }, ready] }],
    ['a value within a list', { all: [red, leaf('lab.colour', 'in', ['blue', 'red'])] }],
    ['a range of one', { all: [leaf('lab.count', 'greaterThan', 3), leaf('lab.count', 'lessThan', 5)] }],
    ['two numbers excluded', { all: [leaf('lab.count', 'notEqual', 1), leaf('lab.count', 'notEqual', 2)] }],
    [
      'a parameter that an owner may move',
      { all: [leaf('lab.count', 'lessThan', 10), leaf('lab.count', 'greaterThan', '$threshold')] },
    ],
    ['an open choice without some', { all: [leaf('lab.shape', 'notIn', ['a']), leaf('lab.shape', 'notEqual', 'b')] }],
  ])('but not %s', (_why, conditions) => {
    expect(codes([conditions])).toEqual([]);
  });
});

describe('a rule that an earlier one always shadows', () => {
  it.each<[string, Condition, Condition]>([
    ['with the same conditions', { all: [red, ready] }, { all: [ready, red] }],
    ['with more of them', { all: [red] }, { all: [red, inTime] }],
    ['with a narrower value', { all: [leaf('lab.colour', 'in', ['red', 'blue'])] }, { all: [red] }],
    ['with another value than the excluded', { all: [leaf('lab.colour', 'notEqual', 'blue')] }, { all: [red, ready] }],
    [
      'with a narrower range',
      { all: [leaf('lab.count', 'greaterThan', 3)] },
      { all: [leaf('lab.count', 'greaterThanInclusive', 10)] },
    ],
    [
      'with a range from two sides',
      { all: [leaf('lab.count', 'lessThan', 9)] },
      { all: [leaf('lab.count', 'lessThan', 20), leaf('lab.count', 'lessThanInclusive', 8)] },
    ],
    ['with one of its choices', { any: [red, ready] }, { all: [ready, inTime] }],
    ['with fewer choices', { any: [red, ready, inTime] }, { any: [inTime, red] }],
    [
      'with each of its choices',
      { all: [leaf('lab.colour', 'in', ['red', 'blue'])] },
      { any: [{ all: [red, ready] }, { all: [blue, inTime] }] },
    ],
    [
      'with a choice beside other conditions',
      { all: [leaf('lab.colour', 'in', ['red', 'blue'])] },
      { all: [ready, { any: [red, blue] }] },
    ],
    ['with the same parameter', { all: [late] }, { all: [ready, { not: inTime }] }],
    [
      'with an open choice narrowed',
      { all: [leaf('lab.shape', 'notEqual', 'a')] },
      { all: [leaf('lab.shape', 'notIn', ['a', 'b'])] },
    ],
  ])('%s', (_why, earlier, later) => {
    expect(codes([earlier, later])).toEqual(['always_shadowed 1']);
  });

  it.each<[string, Condition, Condition]>([
    ['with fewer conditions', { all: [red, ready] }, { all: [red] }],
    ['with another fact', { all: [ready] }, { all: [leaf('lab.open', 'equal', true)] }],
    ['with a wider value', { all: [red] }, { all: [leaf('lab.colour', 'in', ['red', 'blue'])] }],
    ['with a wider range', { all: [leaf('lab.count', 'lessThan', 3)] }, { all: [leaf('lab.count', 'lessThan', 4)] }],
    ['with one more choice', { any: [red, ready] }, { any: [red, ready, inTime] }],
    [
      'with a literal where the other has a parameter',
      { all: [leaf('lab.count', 'lessThan', '$threshold')] },
      { all: [leaf('lab.count', 'lessThan', 3)] },
    ],
    [
      'with everything, since a fact may not apply',
      { any: [ready, leaf('lab.ready', 'equal', false)] },
      { all: [red] },
    ],
    [
      'with an open choice widened',
      { all: [leaf('lab.shape', 'notIn', ['a', 'b'])] },
      { all: [leaf('lab.shape', 'notEqual', 'a')] },
    ],
    [
      'with an excluded value of an open choice',
      { all: [leaf('lab.shape', 'in', ['a', 'b'])] },
      { all: [leaf('lab.shape', 'notEqual', 'a')] },
    ],
  ])('but not %s', (_why, earlier, later) => {
    expect(codes([earlier, later])).toEqual([]);
  });

  it('goes by priority, not by place', () => {
    const rules = [rule('narrow', 1, { all: [red, ready] }), rule('wide', 2, { all: [red] })];
    expect(lintRuleset(buildContent(rules), LAB_DICTIONARY).map(({ code, path }) => [code, path])).toEqual([
      ['always_shadowed', '/ruleset/rules/0'],
    ]);
  });

  it('is not said of a rule below one that an unset parameter may switch off', () => {
    const capped = leaf('lab.grants', 'reachedCap', '$cap');
    expect(codes([{ all: [capped] }, { all: [capped, ready] }], withParameters(unset('cap', 'off')))).toEqual([]);
    expect(codes([{ all: [capped] }, { all: [capped, ready] }], withParameters(unset('cap')))).toEqual([
      'always_shadowed 1',
    ]);
  });
});
