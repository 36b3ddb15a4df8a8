import { describe, expect, it } from 'vitest';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { buildContent, LAB_DICTIONARY, leaf, rule } from '../support/lab.ts';

describe('compileRuleset', () => {
  it('runs rules from the highest priority down, however they are listed', () => {
    const ready = { all: [leaf('lab.ready', 'equal', true)] };
    const compiled = compileRuleset(
      buildContent([rule('low', 1, ready), rule('high', 30, ready), rule('middle', 20, ready)]),
      LAB_DICTIONARY,
    );
    expect(compiled.rules.map(({ rule: { name }, index }) => [name, index])).toEqual([
      ['high', 0],
      ['middle', 1],
      ['low', 2],
    ]);
  });

  it('makes a comparison once that several rules make in either polarity', () => {
    const red = leaf('lab.colour', 'equal', 'red');
    const content = buildContent([
      rule('one', 3, { all: [red, leaf('lab.ready', 'equal', true)] }),
      rule('two', 2, { not: { all: [red] } }),
      rule('three', 1, { any: [red, leaf('lab.colour', 'equal', 'blue')] }),
    ]);
    const { slots } = compileRuleset(content, LAB_DICTIONARY).program;
    expect(slots.map(({ name, tests }) => [name, tests.length])).toEqual([
      ['lab.colour', 2],
      ['lab.ready', 1],
    ]);
  });

  it.each([
    ['a fact', leaf('lab.nothing', 'equal', 1)],
    ['an operator', leaf('lab.count', 'like', 1)],
    ['a parameter', leaf('lab.age', 'withinWindow', '$nothing')],
    ['a parameter on the left', leaf('param.nothing', 'equal', true)],
  ])('refuses %s that does not exist', (_what, condition) => {
    expect(() => compileRuleset(buildContent([rule('r', 1, { all: [condition] })]), LAB_DICTIONARY)).toThrow(
      RangeError,
    );
  });
});
