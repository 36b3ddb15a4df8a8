import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATOR_NAMES } from '../../../server/core/policies/operators/operator-table.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate, evaluateVerdict } from '../../../server/engine/evaluate/evaluate.ts';
import type { ExplainedNode } from '../../../server/engine/explain/explained-rule.ts';
import { explainTrace } from '../../../server/engine/explain/explain-trace.ts';
import { compareWithReference } from '../../../server/engine/reference/compare-with-reference.ts';
import { arbitraryCase } from '../support/arbitrary-case.ts';
import { LAB_DICTIONARY } from '../support/lab.ts';

/** `FUZZ_RUNS=200000` for a long run; `FUZZ_SEED` repeats one. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 5_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now());

function measureDepth(condition: Condition): number {
  if ('fact' in condition) return 1;
  if ('not' in condition) return 1 + measureDepth(condition.not);
  return 1 + Math.max(...('all' in condition ? condition.all : condition.any).map(measureDepth));
}

/** The state of a node from the leaves of the explained tree alone. */
function joinPlainly(node: ExplainedNode): string {
  if (node.type === 'leaf') return node.state === 'not_applicable' ? 'failed' : node.state;
  const states = node.nodes.map(joinPlainly);
  const [decides, otherwise] = node.type === 'all' ? ['failed', 'held'] : ['held', 'failed'];
  const joined = states.includes(decides) ? decides : states.includes('unknown') ? 'unknown' : otherwise;
  expect(node.state).toBe(joined);
  return joined;
}

describe(`${RUNS} random rulesets (seed ${SEED})`, () => {
  it(
    'run as json-rules-engine runs them, and as the plain interpreter where something is unknown',
    { timeout: 0 },
    async () => {
      const operators = new Set<string>();
      let [withoutUnknown, deepest] = [0, 0];
      await fc.assert(
        fc.asyncProperty(arbitraryCase, async ({ content, facts, calendars }) => {
          const compiled = compileRuleset(content, LAB_DICTIONARY);
          expect(await compareWithReference(content, compiled, facts, calendars)).toEqual([]);

          const { trace, ...verdict } = evaluate(compiled, facts, calendars);
          expect(evaluateVerdict(compiled, facts, calendars)).toEqual(verdict);
          for (const { state, conditions } of explainTrace(compiled, trace, facts, calendars)) {
            expect(state === 'off' ? 'off' : joinPlainly(conditions)).toBe(state);
          }

          if (!trace.leaves.includes('u')) withoutUnknown += 1;
          for (const { leaf } of compiled.leaves) operators.add(leaf.operator);
          for (const { conditions } of content.ruleset.rules) deepest = Math.max(deepest, measureDepth(conditions));
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 5_000 },
      );
      // The fuzz is worth what it covers.
      expect([...operators].sort()).toEqual([...OPERATOR_NAMES].sort());
      expect(withoutUnknown).toBeGreaterThan(RUNS / 3);
      expect(deepest).toBe(6);
    },
  );
});
