import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { FLOOR_POLICY } from '../../../server/core/policies/policy-version.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, leaf, rule } from '../support/lab.ts';

const automatic = (value: boolean): Condition => leaf('claim.automatic', 'equal', value);
const codes = (condition: Condition, policy = 'lab'): string[] =>
  lintRuleset({ ...buildContent([rule('last', 10, condition)]), policy }, FACT_DICTIONARY).map(({ code }) => code);

describe('a program', () => {
  it.each<[string, Condition]>([
    ['a switch both ways', { any: [automatic(true), automatic(false)] }],
    ['a switch and its complement', { any: [automatic(true), leaf('claim.automatic', 'notEqual', true)] }],
    ['all options of a choice', { all: [leaf('subject.kind', 'in', ['generation', 'order', 'wallet'])] }],
    [
      'such a choice beside others',
      { any: [leaf('order.fullyRefunded', 'equal', true), automatic(true), automatic(false)] },
    ],
    [
      'two of them',
      { all: [{ any: [automatic(true), automatic(false)] }, { not: { all: [automatic(true), automatic(false)] } }] },
    ],
  ])('has a rule for every case by %s', (_what, condition) => {
    expect(codes(condition)).not.toContain('no_fallback');
  });

  it.each<[string, Condition]>([
    ['one side of a switch', { all: [automatic(true)] }],
    ['some options', { all: [leaf('subject.kind', 'in', ['generation', 'order'])] }],
    [
      'a fact that not every case has',
      { any: [leaf('order.fullyRefunded', 'equal', true), leaf('order.fullyRefunded', 'equal', false)] },
    ],
    ['a certain part beside one that is not', { all: [{ any: [automatic(true), automatic(false)] }, automatic(true)] }],
  ])('has none by %s', (_what, condition) => {
    expect(codes(condition)).toContain('no_fallback');
  });

  it('that is the floor needs none', () => {
    expect(codes({ all: [automatic(true)] }, FLOOR_POLICY)).not.toContain('no_fallback');
  });
});
