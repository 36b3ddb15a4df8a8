import { describe, expect, it } from 'vitest';
import { runGoldenCases } from '../../server/usecases/golden/run-golden-cases.ts';
import { buildGoldenBench, POLICIES } from './bench.ts';

const bench = await buildGoldenBench();

describe.each(POLICIES)('golden cases of %s', async (policy) => {
  const cases = bench.folders.get(policy)?.cases.map(({ golden }) => golden) ?? [];
  const rows = await runGoldenCases(policy, cases, bench);

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    expect(row.differences).toEqual([]);
  });

  it('are at least twenty, each under a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it('let every rule decide at least once', () => {
    const deciding = new Set(rows.map(({ decided }) => decided?.rule));
    const rules = bench.folders.get(policy)?.content.ruleset.rules ?? [];
    expect(rules.map(({ name }) => name).filter((name) => !deciding.has(name))).toEqual([]);
  });
});
