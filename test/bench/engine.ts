import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FACT_DICTIONARY } from '../../server/core/facts/dictionary.ts';
import type { Facts } from '../../server/core/facts/fact-value.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import { compileRuleset } from '../../server/engine/compile/compile-ruleset.ts';
import type { CompiledRuleset } from '../../server/engine/compile/compiled-ruleset.ts';
import { evaluate, evaluateVerdict } from '../../server/engine/evaluate/evaluate.ts';
import { explainTrace } from '../../server/engine/explain/explain-trace.ts';
import { buildCalendars } from '../builders/calendars.ts';
import { readPolicyContent } from '../engine/support/read-policy-content.ts';
import { buildSamples } from './engine-samples.ts';
import { buildLibraryEngine, styleFacts, type FactStyle } from './library-engine.ts';

/** One figure: how it compares, what it should reach, and the numbers behind it. */
export interface BenchRow {
  readonly figure: string;
  readonly ratio: number;
  readonly target: string;
  readonly detail: Record<string, number | string>;
}

/** How long and over how many different cases each contestant runs. */
export interface BenchEffort {
  readonly rounds: number;
  readonly samples: number;
  readonly ownRuns: number;
  readonly libraryRuns: number;
  readonly concurrent: number;
}

const FULL_EFFORT: BenchEffort = { rounds: 40, samples: 512, ownRuns: 4_096, libraryRuns: 64, concurrent: 100_000 };
const CALENDARS = buildCalendars();

setFlagsFromString('--expose-gc');
/** The library leaves much garbage: whoever comes next would pay for its collection within his own time. */
const collectGarbage = runInNewContext('gc') as () => void;

type Contestant = (sample: number) => unknown;

/** Keeps results alive, so that no contestant's work is optimised away. */
const sink: unknown[] = [];

async function time(contestant: Contestant, runs: number, samples: number): Promise<number> {
  const startedAt = process.hrtime.bigint();
  for (let run = 0; run < runs; run += 1) {
    const result = contestant(run % samples);
    sink[run & 63] = result instanceof Promise ? await result : result;
  }
  return Number(process.hrtime.bigint() - startedAt) / runs;
}

function findMedian(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Nanoseconds a run of each contestant, by rounds in which each of them takes its turn. */
async function race(
  contestants: Record<string, { run: Contestant; runs: number }>,
  effort: BenchEffort,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  const entrants = Object.entries(contestants);
  for (let round = -2; round < effort.rounds; round += 1) {
    // Every other round the other way round, so that it is not always the same one who pays for another's garbage.
    for (const [name, { run, runs }] of round % 2 === 0 ? entrants : entrants.toReversed()) {
      // Each warms up before it is timed.
      await time(run, runs >> 2, effort.samples);
      collectGarbage();
      const took = await time(run, runs, effort.samples);
      // The first rounds only warm up.
      if (round >= 0) (times[name] ??= []).push(took);
    }
  }
  return times;
}

function buildOwn(
  compiled: CompiledRuleset,
  samples: readonly Facts[],
): Record<'trace' | 'verdict' | 'tree', Contestant> {
  const at = (sample: number): Facts => samples[sample] ?? {};
  return {
    trace: (sample) => evaluate(compiled, at(sample), CALENDARS),
    verdict: (sample) => evaluateVerdict(compiled, at(sample), CALENDARS),
    tree: (sample) => explainTrace(compiled, evaluate(compiled, at(sample), CALENDARS).trace, at(sample), CALENDARS),
  };
}

function buildLibrary(
  content: PolicyContent,
  samples: readonly Facts[],
  style: FactStyle,
): Record<'run' | 'tree', Contestant> {
  const engine = buildLibraryEngine(content, style);
  const styled = samples.map((facts) => styleFacts(facts, style));
  const run = async (sample: number) => engine.run(styled[sample]);
  return {
    run,
    tree: async (sample) => {
      const { results, failureResults } = await run(sample);
      return [...results, ...failureResults].map((result) => result.toJSON(false));
    },
  };
}

/** How many of the runs, started together, answer otherwise than one after the other. */
async function countDifferences(compiled: CompiledRuleset, samples: readonly Facts[], runs: number): Promise<number> {
  const alone = samples.map((facts) => JSON.stringify(evaluate(compiled, facts, CALENDARS)));
  const together = await Promise.all(
    Array.from({ length: runs }, async (_, run) => {
      await Promise.resolve();
      const evaluation = evaluate(compiled, samples[run % samples.length] ?? {}, CALENDARS);
      await Promise.resolve();
      return JSON.stringify(evaluation) === alone[run % samples.length];
    }),
  );
  return together.filter((same) => !same).length;
}

function present(
  times: Record<string, number[]>,
  detail: Record<string, number | string>,
  differences: number,
  concurrent: number,
): BenchRow[] {
  // Compared round by round: a machine that is busy for a while slows both sides of a quotient.
  const divide = (slow: string, quick: string): number =>
    findMedian((times[slow] ?? []).map((took, round) => took / (times[quick]?.[round] ?? Number.NaN)));
  const median = (name: string): number => Math.round(findMedian(times[name] ?? []));
  const row = (figure: string, slow: string, quick: string, target: string): BenchRow => ({
    figure,
    ratio: Math.round(divide(slow, quick) * 100) / 100,
    target,
    detail: { ...detail, [`${slow}Ns`]: median(slow), [`${quick}Ns`]: median(quick) },
  });
  return [
    row('decision with a compact trace against json-rules-engine, flat facts', 'flat', 'trace', '≥ 60'),
    row('decision with a compact trace against json-rules-engine, facts by path', 'path', 'trace', '≥ 150'),
    row('full tree against json-rules-engine with toJSON, flat facts', 'flatTree', 'tree', '≥ 20'),
    row('full tree against json-rules-engine with toJSON, facts by path', 'pathTree', 'tree', '≥ 50'),
    row('compact trace against verdict only, all rules run in both', 'trace', 'verdict', '≤ 1.15'),
    {
      figure: `${concurrent} decisions together against one after the other: differences`,
      ratio: differences,
      target: '0',
      detail,
    },
  ];
}

/**
 * Measures the engine against json-rules-engine on one ruleset, all contestants taking turns in one run on one thread:
 * one Engine of the library, built once and reused, over the same facts.
 */
export async function benchEngine(
  content: PolicyContent = readPolicyContent('anumi'),
  effort: BenchEffort = FULL_EFFORT,
): Promise<BenchRow[]> {
  const compiled = compileRuleset(content, FACT_DICTIONARY);
  const samples = buildSamples(effort.samples);
  const own = buildOwn(compiled, samples);
  const flat = buildLibrary(content, samples, 'flat');
  const path = buildLibrary(content, samples, 'path');
  const { ownRuns, libraryRuns } = effort;
  const times = await race(
    {
      trace: { run: own.trace, runs: ownRuns },
      verdict: { run: own.verdict, runs: ownRuns },
      tree: { run: own.tree, runs: ownRuns >> 2 },
      flat: { run: flat.run, runs: libraryRuns },
      path: { run: path.run, runs: libraryRuns },
      flatTree: { run: flat.tree, runs: libraryRuns },
      pathTree: { run: path.tree, runs: libraryRuns },
    },
    effort,
  );
  const traces = new Set(samples.map((facts) => evaluate(compiled, facts, CALENDARS).trace.leaves));
  const detail = {
    policy: content.policy,
    rules: compiled.rules.length,
    leaves: compiled.leaves.length,
    cases: samples.length,
    differentTraces: traces.size,
  };
  return present(times, detail, await countDifferences(compiled, samples, effort.concurrent), effort.concurrent);
}
