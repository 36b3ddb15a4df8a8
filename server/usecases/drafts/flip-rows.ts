import type { FlipRowView, OutcomeView } from '../../contract/http/policy-gate-view.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import type { Words } from '../../core/policies/operators/operator.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { wordFlip, wordOutcome } from '../../core/sentences/word-outcome.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { runQuickly } from './quick-run.ts';

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

/** A case put where a change can be seen; `mark` tells the places of one change apart. */
export interface Moved {
  readonly golden: GoldenCase;
  readonly position: Flip['position'];
  readonly at: Words;
  readonly mark: string;
}

/** The same with its outcome by both sides. */
export interface Decided extends Moved {
  readonly live: OutcomeView;
  readonly draft: OutcomeView;
}

/** What flips belong to. `key` names the change itself: a change that differs gives its flips other ids. */
export type FlipSubject = Pick<Flip, 'parameter' | 'rule'> & { readonly key: string };

/** What a live claim comes out as where no rule answers. */
const UNDECIDED: OutcomeView = {
  disposition: 'referred',
  reasonCode: 'ENGINE_ERROR',
  rule: null,
  remedy: null,
  credits: null,
  amountMinor: null,
  currency: null,
  words: wordOutcome({
    disposition: 'referred',
    reasonCode: 'ENGINE_ERROR',
    remedy: null,
    credits: null,
    amountMinor: null,
    currency: null,
  }),
};

/** Decides moved cases by both sides; those that neither can decide are left out, one side alone stands as it would live. */
export function decideMoved(moved: readonly Moved[], { policy, liveBench, draftBench }: Sides): Decided[] {
  return moved.flatMap((one): Decided[] => {
    const live = runQuickly(one.golden, policy, liveBench);
    const draft = runQuickly(one.golden, policy, draftBench);
    return live === null && draft === null ? [] : [{ ...one, live: live ?? UNDECIDED, draft: draft ?? UNDECIDED }];
  });
}

/** Whether an outcome differs anywhere among them; where none does, the case has nothing to say about the change. */
export function turnsAnywhere(decided: readonly Decided[]): boolean {
  return new Set(decided.flatMap((one) => [outcomeKey(one.live), outcomeKey(one.draft)])).size > 1;
}

/** Whether both sides come out alike. */
export function isFlip({ live, draft }: Pick<Decided, 'live' | 'draft'>): boolean {
  return outcomeKey(live) !== outcomeKey(draft);
}

/** Adds a place to the rows, which are kept by what their ids are made of: cases that come out alike there are told once; where nothing moved nor changed, nothing is told. */
export function addRow(
  rows: Map<string, Flip>,
  { parameter, rule, key }: FlipSubject,
  caseName: string,
  { position, at, mark, live, draft }: Decided,
): void {
  const flips = isFlip({ live, draft });
  if (!flips && position === null) return;
  const head = rule === null ? [parameter ?? ''] : ['rule', rule];
  const text = [...head, key, mark, outcomeKey(live), outcomeKey(draft)].join('\n');
  const known = rows.get(text);
  if (known !== undefined) {
    rows.set(text, { ...known, cases: known.cases + 1 });
    return;
  }
  const id = sha256Hex(text).slice(0, 20);
  const sentence = { ...wordFlip(live, draft) };
  rows.set(text, { id, parameter, rule, caseName, cases: 1, position, at: { ...at }, live, draft, flips, sentence });
}

/** The rows, flips first. */
export function sortRows(rows: ReadonlyMap<string, Flip>): Flip[] {
  return [...rows.values()].toSorted((a, b) => Number(b.flips) - Number(a.flips));
}

/** Outcomes that a customer would call the same; amounts differ from case to case and are shown for one of them. */
function outcomeKey({ disposition, reasonCode, remedy }: OutcomeView): string {
  return `${disposition} ${reasonCode} ${remedy}`;
}
