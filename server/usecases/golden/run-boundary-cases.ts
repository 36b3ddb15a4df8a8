import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { deriveFacts } from '../../core/facts/derive-facts.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../../core/facts/fact-value.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { BoundaryCase } from './boundary-case.ts';
import { decideGoldenCase } from './decide-golden-case.ts';
import type { DecidedGoldenCase } from './decide-golden-case.ts';
import { expectLeaf } from './expect-leaf.ts';
import { generateBoundaryCases } from './generate-boundary-cases.ts';
import type { GoldenBench } from './golden-bench.ts';

/** One boundary case decided. */
interface BoundaryRow {
  readonly name: string;
  /** States of the comparisons that rest on the parameter: two cases on the same side of it have equal ones. */
  readonly side: string;
  /** The outcome in one line: two cases that come out alike have equal ones. */
  readonly outcome: string;
  /** In words: where the rules, or a reference, do not turn where the parameter says. */
  readonly differences: readonly string[];
}

/** A parameter's boundary cases around one golden case. */
export interface BoundaryRun {
  readonly rows: readonly BoundaryRow[];
  /** Whether the outcome changed anywhere: whether the parameter matters in this case. */
  readonly flips: boolean;
}

interface RestingLeaf {
  readonly words: string;
  readonly state: string;
  /** What its state must be; null where this run has no opinion. */
  readonly wanted: 'h' | 'f' | null;
}

/** The comparisons that rest on the parameter, those left out that are off, or about something else than what was moved. */
function listRestingLeaves(
  { parameter, position, fact }: BoundaryCase,
  policy: string,
  decided: DecidedGoldenCase,
): RestingLeaf[] {
  const outcome = decided.decision.candidates[decided.decision.decisive];
  const isFloor = policy === FLOOR_POLICY;
  const compiled = isFloor ? decided.floor?.policy : decided.policy.policy;
  const states = (isFloor ? outcome?.floor : outcome?.policy)?.trace.leaves ?? '';
  const facts = deriveFacts(decided.record);
  return (compiled?.leaves ?? []).flatMap(({ leaf, operand, parameter: right, factParameter: left }, index) => {
    const rests = [right?.name, left?.name].some(
      (name) => name === `param.${parameter}` || name?.startsWith(`param.${parameter}.`),
    );
    const state = states.charAt(index);
    const isOther = position !== undefined && leaf.fact !== fact;
    if (!rests || isOther || state === '' || state === 'o') return [];
    const actual = left ? left.value : facts[leaf.fact];
    const isOpen = actual === UNKNOWN || actual === NOT_APPLICABLE;
    const holds = isOpen ? null : expectLeaf(leaf.operator, position, actual, operand);
    return [
      { words: `${leaf.fact} ${leaf.operator} ${parameter}`, state, wanted: holds === null ? null : holds ? 'h' : 'f' },
    ];
  });
}

function checkLeaves(leaves: readonly RestingLeaf[]): string[] {
  return leaves
    .filter(({ state, wanted }) => wanted !== null && state !== wanted)
    .map(({ words, state, wanted }) => `${words} should be "${wanted}" and is "${state}"`);
}

function describeOutcome({ decision, rule }: DecidedGoldenCase): string {
  const effects = decision.effects.map((effect) => effect.kind).toSorted();
  return JSON.stringify([decision.disposition, decision.reasonCode, rule, effects, decision.message.customer]);
}

/** Decides every boundary case of a parameter around one golden case, by the live engine and by the references, and says where one does not turn exactly at the parameter's value. */
export async function runBoundaryCases(
  golden: GoldenCase,
  policy: string,
  parameterName: string,
  bench: GoldenBench,
): Promise<BoundaryRun> {
  const rows: BoundaryRow[] = [];
  for (const boundary of generateBoundaryCases(golden, policy, parameterName, bench)) {
    const decided = await decideGoldenCase(boundary.golden, policy, bench);
    const leaves = listRestingLeaves(boundary, policy, decided);
    rows.push({
      name: boundary.name,
      side: leaves.map(({ state }) => state).join(''),
      outcome: describeOutcome(decided),
      differences: [...checkLeaves(leaves), ...decided.disagreements],
    });
  }
  return { rows, flips: new Set(rows.map(({ outcome }) => outcome)).size > 1 };
}
