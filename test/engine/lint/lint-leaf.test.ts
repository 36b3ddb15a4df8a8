import { describe, expect, it } from 'vitest';
import type { Condition, Leaf, Operand } from '../../../server/core/policies/ruleset.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, LAB_DICTIONARY, leaf, rule, unset, withParameters } from '../support/lab.ts';

const held = leaf('lab.ready', 'equal', true);

function lintLeaf(condition: Leaf): string[] {
  const content = buildContent([rule('lone', 1, { all: [condition] })]);
  return lintRuleset(content, LAB_DICTIONARY).map(
    ({ code, path }) => `${code} ${path.replace('/ruleset/rules/0/conditions/all/0/', '')}`,
  );
}

describe('types of fact, operator and operand', () => {
  it.each<[string, string, Operand]>([
    ['lab.colour', 'equal', 'red'],
    ['lab.colour', 'equal', '$choice'],
    ['lab.colour', 'notIn', ['red', 'blue']],
    ['lab.shape', 'equal', 'anything'],
    ['lab.note', 'in', '$list'],
    ['lab.note', 'notIn', '$matrix.yes'],
    ['lab.ready', 'equal', '$switch'],
    ['lab.count', 'equal', 0],
    ['lab.count', 'lessThan', '$threshold'],
    ['lab.tags', 'contains', 'x'],
    ['lab.parts', 'lacksAny', '$list'],
    ['lab.parts', 'containsAny', ['a', 'c']],
    ['lab.age', 'outsideWindow', '$window'],
    ['lab.grants', 'reachedCap', '$cap'],
    ['lab.share', 'rateBelow', '$rate'],
    ['lab.outage', 'longerThan', '$duration'],
    ['param.switch', 'equal', true],
    ['param.choice', 'equal', 'green'],
    ['param.threshold', 'greaterThan', 3],
    ['param.list', 'contains', 'a'],
  ])('%s %s %j passes', (fact, operator, value) => {
    expect(lintLeaf(leaf(fact, operator, value))).toEqual([]);
  });

  it.each<[string, string, Operand, string]>([
    ['lab.colour', 'equal', true, 'operand_type value'],
    ['lab.colour', 'equal', 'mauve', 'unknown_option value'],
    ['lab.colour', 'in', ['red', 'mauve'], 'unknown_option value'],
    ['lab.colour', 'in', '$list', 'unknown_option value'],
    ['lab.colour', 'lessThan', 3, 'fact_type operator'],
    ['lab.colour', 'in', [], 'empty_list value'],
    ['lab.colour', 'in', ['red', 'red'], 'bad_value value'],
    ['lab.ready', 'equal', 'true', 'operand_type value'],
    ['lab.ready', 'in', ['true'], 'fact_type operator'],
    ['lab.count', 'equal', '3', 'operand_type value'],
    ['lab.count', 'equal', '$switch', 'operand_type value'],
    ['lab.parts', 'contains', 'z', 'unknown_option value'],
    ['lab.parts', 'equal', 'a', 'fact_type operator'],
    ['lab.tags', 'containsAny', 'x', 'operand_type value'],
    ['lab.age', 'withinWindow', 14, 'operand_type value'],
    ['lab.age', 'withinWindow', '$duration', 'operand_type value'],
    ['lab.outage', 'longerThan', 3_600_000, 'operand_type value'],
    ['lab.outage', 'greaterThan', 3_600_000, 'fact_type operator'],
    ['lab.grants', 'reachedCap', '$rate', 'operand_type value'],
    ['lab.share', 'reachedCap', '$cap', 'fact_type operator'],
    ['lab.note', 'in', '$matrix', 'unknown_parameter value/fact'],
    ['lab.note', 'in', '$matrix.maybe', 'unknown_parameter value/fact'],
    ['lab.note', 'in', '$list.yes', 'unknown_parameter value/fact'],
    ['param.window', 'equal', 'x', 'fact_type fact'],
    ['param.choice', 'equal', 'blue', 'unknown_option value'],
    ['param.nothing', 'equal', true, 'unknown_parameter fact'],
  ])('%s %s %j is refused', (fact, operator, value, issue) => {
    expect(lintLeaf(leaf(fact, operator, value))).toEqual([issue]);
  });

  it('refuses a fact or an operator that is no text', () => {
    expect(lintLeaf({ ...held, fact: 3 } as unknown as Leaf)).toEqual(['wrong_type fact']);
    expect(lintLeaf({ ...held, operator: null } as unknown as Leaf)).toEqual(['unknown_operator operator']);
  });
});

describe('a parameter that switches rules off while it is unset', () => {
  const capped = leaf('lab.grants', 'reachedCap', '$cap');
  const codes = (conditions: Condition, whenUnset: 'off' | 'refer' = 'off'): string[] =>
    lintRuleset(
      buildContent([rule('lone', 1, conditions)], withParameters(unset('cap', whenUnset))),
      LAB_DICTIONARY,
    ).map(({ code }) => code);

  it('may stand in all, at any depth', () => {
    expect(codes({ all: [held, { all: [capped] }] })).toEqual([]);
  });

  it.each<[string, Condition]>([
    ['any', { any: [held, capped] }],
    ['not', { not: capped }],
    ['all below any', { any: [held, { all: [capped] }] }],
    ['all below not', { all: [{ not: { all: [capped] } }] }],
  ])('is refused under %s', (_where, conditions) => {
    expect(codes(conditions)).toEqual(['off_under_choice']);
    expect(codes(conditions, 'refer')).toEqual([]);
  });

  it('is refused there also on the left, and also while it has a value', () => {
    const off = withParameters().map((parameter) => ({ ...parameter, whenUnset: 'off' as const }));
    const content = buildContent([rule('lone', 1, { any: [held, leaf('param.switch', 'equal', true)] })], off);
    expect(lintRuleset(content, LAB_DICTIONARY).map(({ code }) => code)).toEqual(['off_under_choice']);
  });
});
