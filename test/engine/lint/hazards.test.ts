import { describe, expect, it } from 'vitest';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';
import type { LintIssue } from '../../../server/engine/lint/lint-issue.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, LAB_DICTIONARY, leaf, rule } from '../support/lab.ts';

const held = leaf('lab.ready', 'equal', true);

function lint(content: unknown): LintIssue[] {
  return lintRuleset(content as PolicyContent, LAB_DICTIONARY);
}

/** Codes and places of what is said against one rule's conditions, given as any JSON. */
function lintConditions(conditions: unknown): string[] {
  return lint(buildContent([rule('lone', 1, conditions as Condition)])).map(
    ({ code, path }) => `${code} ${path.replace('/ruleset/rules/0/conditions', '')}`,
  );
}

it('a sound ruleset passes', () => {
  expect(
    lintConditions({
      all: [held, { any: [leaf('lab.count', 'lessThan', 3), { not: leaf('lab.colour', 'in', ['red']) }] }],
    }),
  ).toEqual([]);
});

describe('what json-rules-engine runs wrongly is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['1: an empty all fires', { all: [] }, ['empty_group /all']],
    ['1: an empty any fires', { any: [] }, ['empty_group /any']],
    ['1: a nested empty group fires', { all: [held, { any: [{ all: [] }] }] }, ['empty_group /all/1/any/0/all']],
    ['2: of all and any in one node, any wins', { all: [held], any: [held] }, ['ambiguous_group ']],
    ['2: the same with not', { any: [{ all: [held], not: held }] }, ['ambiguous_group /any/0']],
    [
      '3: a missing fact makes notEqual true',
      { all: [leaf('lab.nothing', 'notEqual', 1)] },
      ['unknown_fact /all/0/fact'],
    ],
    [
      '4: an unknown operator throws only when it is reached',
      { all: [leaf('lab.count', 'like', 1)] },
      ['unknown_operator /all/0/operator'],
    ],
    ['4: a reference to a condition', { all: [{ condition: 'elsewhere' }] }, ['no_condition /all/0']],
    [
      '4: a parameter that does not exist',
      { all: [leaf('lab.age', 'withinWindow', '$nothing')] },
      ['unknown_parameter /all/0/value/fact'],
    ],
    ['5: a numeric string', { all: [leaf('lab.count', 'lessThanInclusive', '14')] }, ['operand_type /all/0/value']],
    ['5: null', { all: [{ ...held, value: null }] }, ['wrong_type /all/0/value']],
    ['5: a fraction', { all: [leaf('lab.count', 'lessThan', 0.5)] }, ['wrong_type /all/0/value']],
    ['5: not a number', { all: [leaf('lab.count', 'lessThan', Number.NaN)] }, ['wrong_type /all/0/value']],
    [
      '6: an instant as text',
      { all: [leaf('lab.age', 'lessThan', '2026-07-15T00:00:00Z')] },
      ['fact_type /all/0/operator'],
    ],
    ['7: in with a text matches substrings', { all: [leaf('lab.colour', 'in', 'red')] }, ['operand_type /all/0/value']],
    [
      '7: in with null throws',
      { all: [{ ...leaf('lab.colour', 'in', []), value: null }] },
      ['wrong_type /all/0/value'],
    ],
    ['8: a path', { all: [{ ...held, path: '$.list[?(@.s.match(/^(a+)+$/))]' }] }, ['unknown_key /all/0/path']],
    [
      '8: a path below a parameter',
      { all: [{ ...leaf('lab.age', 'withinWindow', '$window'), value: { fact: 'param.window', path: '$.x' } }] },
      ['unknown_key /all/0/value/path'],
    ],
    [
      '11: a priority among conditions skips others',
      { all: [{ ...held, priority: 5 }] },
      ['unknown_key /all/0/priority'],
    ],
    ['11: a priority of a group', { all: [held], priority: 5 }, ['unknown_key /priority']],
    ['12: a name of a group is lost', { all: [held], name: 'mine' }, ['unknown_key /name']],
    ['12: params of a fact', { all: [{ ...held, params: { x: 1 } }] }, ['unknown_key /all/0/params']],
    [
      '13: an own __proto__ in a leaf',
      JSON.parse('{"all":[{"fact":"lab.ready","operator":"equal","value":true,"__proto__":{}}]}'),
      ['forbidden_key /all/0/__proto__'],
    ],
    [
      '13: an own __proto__ in a group',
      JSON.parse('{"all":[{"all":[],"__proto__":{"any":[]}}]}'),
      ['forbidden_key /all/0/__proto__'],
    ],
    ['13: an own constructor', { all: [{ ...held, constructor: 1 }] }, ['forbidden_key /all/0/constructor']],
    ['a decorated operator', { all: [leaf('lab.tags', 'everyFact:equal', 'x')] }, ['unknown_operator /all/0/operator']],
    [
      'an operator by an inherited name',
      { all: [leaf('lab.count', 'toString', 1)] },
      ['unknown_operator /all/0/operator'],
    ],
    ['a fact by an inherited name', { all: [leaf('constructor', 'equal', 'x')] }, ['unknown_fact /all/0/fact']],
    ['a lone leaf at the root', held, ['root_not_group ']],
    ['a group that is no list', { all: { 0: held } }, ['wrong_type /all']],
    ['a not that is a list', { not: [held] }, ['wrong_type /not']],
    [
      'a condition that is no object',
      { all: [true, null, 'x'] },
      ['wrong_type /all/0', 'wrong_type /all/1', 'wrong_type /all/2'],
    ],
    ['a leaf without value', { all: [{ fact: 'lab.ready', operator: 'equal' }] }, ['missing_key /all/0']],
    [
      'a fact compared with a fact',
      { all: [{ ...held, value: { fact: 'lab.open' } }] },
      ['unknown_parameter /all/0/value/fact'],
    ],
  ])('%s', (_hazard, conditions, issues) => {
    expect(lintConditions(conditions)).toEqual(issues);
  });

  it('14: more than 12 nested nodes, however many they are', () => {
    const nest = (depth: number): unknown => (depth === 1 ? held : { all: [nest(depth - 1)] });
    expect(lintConditions(nest(12))).toEqual([]);
    expect(lintConditions(nest(13))).toEqual([`too_deep ${'/all/0'.repeat(12)}`]);
    let deep: unknown = held;
    for (let depth = 0; depth < 10_000; depth += 1) deep = { not: deep };
    expect(lintConditions(deep)).toEqual([`too_deep ${'/not'.repeat(12)}`]);
  });

  it('14: more than 2,000 leaves in a ruleset', () => {
    const rules = (counts: number[]) =>
      counts.map((count, index) =>
        rule(`r${index}`, 10 - index, {
          all: Array.from({ length: count }, (_, k) => leaf(index === 0 ? 'lab.count' : 'lab.score', 'notEqual', k)),
        }),
      );
    expect(lint(buildContent(rules([1_000, 1_000])))).toEqual([]);
    expect(lint(buildContent(rules([1_000, 1_500]))).map(({ code }) => code)).toEqual(['too_many_leaves']);
  });

  it('10 and 15: equal priorities finish in any order, equal names cannot be told apart', () => {
    const rules = [rule('one', 2, { all: [held] }), rule('one', 2, { all: [leaf('lab.open', 'equal', true)] })];
    expect(lint(buildContent(rules)).map(({ code, path }) => [code, path])).toEqual([
      ['duplicate_name', '/ruleset/rules/1/name'],
      ['duplicate_priority', '/ruleset/rules/1/priority'],
    ]);
  });
});
