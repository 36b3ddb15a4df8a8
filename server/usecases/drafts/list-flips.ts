import type { FlipRowView, OutcomeView } from '../../contract/http/policy-gate-view.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { CLAIM_FIELDS } from '../../core/cases/claim.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import { listChangedParameters } from '../../core/policies/diff-parameters.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { wordFlip } from '../../core/sentences/word-outcome.ts';
import { UNMOVED, wordPosition } from '../../core/sentences/word-position.ts';
import type { Words } from '../../core/policies/operators/operator.ts';
import { generateBoundaryCases } from '../golden/generate-boundary-cases.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { placeInMatrix } from './place-in-matrix.ts';
import { prepareInput, runQuickly } from './quick-run.ts';

/** A flip before somebody looked at it. */
export type Flip = Omit<FlipRowView, 'acknowledged'>;

/** Two contents of one policy with their benches. */
export interface Sides {
  readonly policy: string;
  readonly live: PolicyContent;
  readonly draft: PolicyContent;
  readonly liveBench: GoldenBench;
  readonly draftBench: GoldenBench;
}

interface Moved {
  readonly golden: GoldenCase;
  readonly position: Flip['position'];
  readonly at: Words;
  readonly mark: string;
}
interface Decided extends Moved {
  readonly live: OutcomeView;
  readonly draft: OutcomeView;
}

/** Kinds whose values have an order, around which cases can be moved. */
const ORDERED: readonly Parameter['kind'][] = ['window', 'cap', 'rate', 'threshold', 'duration'];

/** Boundary cases of every parameter whose value differs, decided by both sides; those that come out alike are told once. */
export function listFlips(sides: Sides, cases: readonly GoldenCase[]): Flip[] {
  return listChangedParameters(sides.live.parameters, sides.draft.parameters).flatMap((name) =>
    listFlipsOf(name, sides, cases),
  );
}

function listFlipsOf(name: string, sides: Sides, cases: readonly GoldenCase[]): Flip[] {
  const [was, is] = [find(sides.live, name), find(sides.draft, name)];
  const values = canonicalise([was?.value ?? null, is?.value ?? null]);
  const rows = new Map<string, Flip>();
  for (const golden of cases) {
    const decided = moveCase(name, unpin(golden, name, sides.policy), sides).flatMap((moved): Decided[] => {
      const live = runQuickly(moved.golden, sides.policy, sides.liveBench);
      const draft = runQuickly(moved.golden, sides.policy, sides.draftBench);
      return live === null || draft === null ? [] : [{ ...moved, live, draft }];
    });
    // Where nothing turns anywhere, the case has nothing to say about the parameter.
    if (new Set(decided.flatMap((one) => [outcomeKey(one.live), outcomeKey(one.draft)])).size < 2) continue;
    for (const one of decided) addRow(rows, name, values, golden.name, one);
  }
  return [...rows.values()].toSorted((a, b) => Number(b.flips) - Number(a.flips));
}

function addRow(
  rows: Map<string, Flip>,
  parameter: string,
  values: string,
  caseName: string,
  { position, at, mark, live, draft }: Decided,
): void {
  const flips = outcomeKey(live) !== outcomeKey(draft);
  if (!flips && position === null) return;
  const id = sha256Hex([parameter, values, mark, outcomeKey(live), outcomeKey(draft)].join('\n')).slice(0, 20);
  const known = rows.get(id);
  rows.set(
    id,
    known === undefined
      ? {
          id,
          parameter,
          caseName,
          cases: 1,
          position,
          at: { ...at },
          live,
          draft,
          flips,
          sentence: { ...wordFlip(live, draft) },
        }
      : { ...known, cases: known.cases + 1 },
  );
}

/** Outcomes that a customer would call the same; amounts differ from case to case and are shown for one of them. */
function outcomeKey({ disposition, reasonCode, remedy }: OutcomeView): string {
  return `${disposition} ${reasonCode} ${remedy}`;
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

/** A case leaves out the fields that are required, whatever they are: here it gives those that are required live. */
function fillFields(golden: GoldenCase, policy: string, liveBench: GoldenBench): GoldenCase {
  if (golden.claim.fields !== undefined) return golden;
  try {
    const { fields } = prepareInput(golden, policy, liveBench).record.claim;
    return { ...golden, claim: { ...golden.claim, fields: CLAIM_FIELDS.filter((one) => fields.includes(one)) } };
  } catch (error) {
    if (error instanceof RangeError) return golden;
    throw error;
  }
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
