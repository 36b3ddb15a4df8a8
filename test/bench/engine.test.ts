import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../server/core/facts/dictionary.ts';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../server/core/facts/fact-value.ts';
import { compileRuleset } from '../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../server/engine/evaluate/evaluate.ts';
import { benchEngine } from './engine.ts';
import { buildSamples } from './engine-samples.ts';
import { growRuleset } from './grow-ruleset.ts';
import { buildLibraryEngine, styleFacts } from './library-engine.ts';
import { buildCalendars } from '../builders/calendars.ts';
import { readPolicyContent } from '../engine/support/read-policy-content.ts';

const content = readPolicyContent('anumi');

describe('the bench of the engine', () => {
  it('gives six figures, and no decision made together differs from one made alone', async () => {
    const rows = await benchEngine(content, { rounds: 1, samples: 16, ownRuns: 32, libraryRuns: 2, concurrent: 500 });
    expect(rows).toHaveLength(6);
    expect(rows.every(({ ratio }) => Number.isFinite(ratio))).toBe(true);
    expect(rows.at(-1)).toMatchObject({ ratio: 0, target: '0' });
  });

  it('lets the library run the same rules to the same results, flat and by path', async () => {
    const compiled = compileRuleset(content, FACT_DICTIONARY);
    const known = buildSamples(60).map((facts): Facts =>
      Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [name, value === UNKNOWN ? NOT_APPLICABLE : value]),
      ),
    );
    for (const style of ['flat', 'path'] as const) {
      const engine = buildLibraryEngine(content, style);
      for (const facts of known) {
        const { results } = await engine.run(styleFacts(facts, style));
        const { trace } = evaluate(compiled, facts, buildCalendars());
        const ours = compiled.rules
          .filter(({ index }) => trace.rules.charAt(index) === 'h')
          .map(({ rule }) => rule.name);
        expect(results.map(({ name }) => name).toSorted()).toEqual(ours.toSorted());
      }
    }
  });

  it('grows a ruleset by repeating its rules', () => {
    const { rules } = growRuleset(content, 1_500).ruleset;
    expect(rules).toHaveLength(1_500);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(1_500);
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(1_500);
  });
});
