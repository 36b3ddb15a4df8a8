import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../server/contract/rules/golden-case-schema.ts';
import { FLOOR_POLICY } from '../../server/core/policies/policy-version.ts';
import { runBoundaryCases } from '../../server/usecases/golden/run-boundary-cases.ts';
import type { BoundaryRun } from '../../server/usecases/golden/run-boundary-cases.ts';
import { buildGoldenBench, POLICIES } from './bench.ts';

const bench = await buildGoldenBench();
const PAIRS = POLICIES.flatMap((policy) =>
  (bench.folders.get(policy)?.content.parameters ?? []).map(({ name, kind }) => [policy, name, kind] as const),
);

const ORDERED: ReadonlySet<string> = new Set(['window', 'cap', 'rate', 'threshold', 'duration']);

/** Whether nothing but the parameter can turn the case: the floor has windows of its own. */
const isAlone = (policy: string, golden: GoldenCase): boolean =>
  policy === FLOOR_POLICY || golden.customer?.country === undefined;

/** Cases on the same side of the parameter that come out differently. */
function listUneven(name: string, { rows }: BoundaryRun): string[] {
  return rows.flatMap((row) => {
    const alike = rows.find(({ side }) => side === row.side);
    return alike && alike.outcome !== row.outcome
      ? [`${name}: ${row.name} comes out otherwise than ${alike.name}`]
      : [];
  });
}

describe('boundary cases made from the golden cases', () => {
  it.each(PAIRS)('of %s turn exactly at %s, and somewhere the outcome with them', async (policy, parameter, kind) => {
    const cases = bench.folders.get(policy)?.cases ?? [];
    const wrong: string[] = [];
    let flips = 0;
    const isOrdered = ORDERED.has(kind);
    for (const { golden } of cases) {
      if (policy === FLOOR_POLICY && golden.program === undefined) continue;
      const run = await runBoundaryCases(golden, policy, parameter, bench);
      wrong.push(...run.rows.flatMap((row) => row.differences.map((one) => `${golden.name}, ${row.name}: ${one}`)));
      if (isOrdered && isAlone(policy, golden)) wrong.push(...listUneven(golden.name, run));
      if (run.flips) flips += 1;
    }
    expect(wrong).toEqual([]);
    expect(flips).toBeGreaterThan(0);
  });
});
