import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { compareExpectation } from './compare-expectation.ts';
import { decideGoldenCase } from './decide-golden-case.ts';
import type { DecidedGoldenCase } from './decide-golden-case.ts';
import type { GoldenBench } from './golden-bench.ts';

/** How one golden case fared. */
export interface GoldenRow {
  readonly name: string;
  readonly passed: boolean;
  /** In words: where the decision is not the expected one, and where a reference disagrees with the engine. */
  readonly differences: readonly string[];
  /** Absent where the case could not be decided at all. */
  readonly decided?: DecidedGoldenCase;
}

async function runGoldenCase(golden: GoldenCase, policy: string, bench: GoldenBench): Promise<GoldenRow> {
  try {
    const decided = await decideGoldenCase(golden, policy, bench);
    const differences = [...compareExpectation(golden, decided), ...decided.disagreements];
    if (/[{}]/u.test(decided.decision.message.customer)) differences.push('message: a placeholder was not filled in');
    return { name: golden.name, passed: differences.length === 0, differences, decided };
  } catch (error) {
    return { name: golden.name, passed: false, differences: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Runs a policy's golden cases against the bench, each by the live engine and by the references. A case that cannot be run is a failed row, never an exception. */
export async function runGoldenCases(
  policy: string,
  cases: readonly GoldenCase[],
  bench: GoldenBench,
): Promise<GoldenRow[]> {
  const rows: GoldenRow[] = [];
  for (const golden of cases) rows.push(await runGoldenCase(golden, policy, bench));
  return rows;
}
