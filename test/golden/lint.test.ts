import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../server/core/facts/dictionary.ts';
import { STAGES } from '../../server/core/policies/ruleset.ts';
import { lintRuleset } from '../../server/engine/lint/lint-ruleset.ts';
import { buildGoldenBench, POLICIES } from './bench.ts';

const bench = await buildGoldenBench();

describe.each(POLICIES)('the rules of %s', (policy) => {
  const content = bench.programs.get(policy);
  const rules = content?.ruleset.rules ?? [];

  it('pass the lint', () => {
    expect(content && lintRuleset(content, FACT_DICTIONARY)).toEqual([]);
  });

  it('stand in the order in which they run, ten apart, so that one can be put between two', () => {
    expect(rules.map(({ priority }) => priority)).toEqual(rules.map((_rule, index) => (rules.length - index) * 10));
  });

  it('go through the stages in their order', () => {
    const stages = rules.map(({ event }) => STAGES.indexOf(event.params.stage));
    expect(stages).toEqual(stages.toSorted((a, b) => a - b));
  });

  it('leave no claim without an answer, but for the floor, which only adds', () => {
    expect(rules.at(-1)?.name).toBe(policy === 'statutory-floor' ? 'conformity' : 'policy-silent');
  });
});
