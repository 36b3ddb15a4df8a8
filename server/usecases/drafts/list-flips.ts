import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { listChangedParameters } from '../../core/policies/diff-parameters.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { UNMOVED, wordPosition } from '../../core/sentences/word-position.ts';
import { generateBoundaryCases } from '../golden/generate-boundary-cases.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { fillFields } from './fill-fields.ts';
import { addRow, decideMoved, sortRows, turnsAnywhere } from './flip-rows.ts';
import type { Flip, Moved, Sides } from './flip-rows.ts';
import { listRuleFlips } from './list-rule-flips.ts';
import { placeInMatrix } from './place-in-matrix.ts';

/** Kinds whose values have an order, around which cases can be moved. */
const ORDERED: readonly Parameter['kind'][] = ['window', 'cap', 'rate', 'threshold', 'duration'];

/**
 * Boundary cases of every parameter whose value differs and of every rule that differs, decided by both sides; those
 * that come out alike are told once.
 */
export function listFlips(sides: Sides, cases: readonly GoldenCase[]): Flip[] {
  const changed = listChangedParameters(sides.live.parameters, sides.draft.parameters);
  return [...changed.flatMap((name) => listFlipsOf(name, sides, cases)), ...listRuleFlips(sides, cases, changed)];
}

function listFlipsOf(name: string, sides: Sides, cases: readonly GoldenCase[]): Flip[] {
  const [was, is] = [find(sides.live, name), find(sides.draft, name)];
  const subject = { parameter: name, rule: null, key: canonicalise([was?.value ?? null, is?.value ?? null]) };
  const rows = new Map<string, Flip>();
  for (const golden of cases) {
    const decided = decideMoved(moveCase(name, unpin(golden, name, sides.policy), sides), sides);
    if (!turnsAnywhere(decided)) continue;
    for (const one of decided) addRow(rows, subject, golden.name, one);
  }
  return sortRows(rows);
}

function moveCase(name: string, golden: GoldenCase, { policy, live, draft, liveBench, draftBench }: Sides): Moved[] {
  const [was, is] = [find(live, name), find(draft, name)];
  const kind = (is ?? was)?.kind;
  if (kind === undefined) return [];
  if (kind === 'matrix')
    return placeInMatrix(golden, was, is).map((placed) => ({
      golden: placed.golden,
      position: null,
      at: placed.at,
      mark: placed.at.en,
    }));
  if (!ORDERED.includes(kind))
    return [{ golden: fillFields(golden, policy, liveBench), position: null, at: UNMOVED, mark: '' }];
  const moved = [
    [is, draftBench],
    [was, liveBench],
  ] as const;
  return moved.flatMap(([parameter, bench]) =>
    parameter === undefined ? [] : moveAround(golden, policy, parameter, bench),
  );
}

function moveAround(golden: GoldenCase, policy: string, parameter: Parameter, bench: GoldenBench): Moved[] {
  try {
    return generateBoundaryCases(golden, policy, parameter.name, bench).map((one) => ({
      golden: one.golden,
      position: one.position ?? null,
      at: wordPosition(one.name, parameter),
      mark: `${canonicalise([parameter.value ?? null])} ${one.name}`,
    }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function find(content: PolicyContent, name: string): Parameter | undefined {
  return content.parameters.find((one) => one.name === name);
}

/** The case without a value of its own for the parameter, so that it follows the two sides. */
function unpin(golden: GoldenCase, name: string, policy: string): GoldenCase {
  const key = policy === FLOOR_POLICY ? 'floorParameters' : 'parameters';
  const values = golden[key];
  if (values === undefined || !Object.hasOwn(values, name)) return golden;
  const { [name]: _pinned, ...rest } = values;
  return { ...golden, [key]: rest };
}
