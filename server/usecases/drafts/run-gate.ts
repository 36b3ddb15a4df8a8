import type { CaseRowView, GateView, OutcomeView } from '../../contract/http/policy-gate-view.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import { LEFT_OUT } from '../../core/policies/draft.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { lintRuleset } from '../../engine/lint/lint-ruleset.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { runGoldenCases } from '../golden/run-golden-cases.ts';
import type { GoldenRow } from '../golden/run-golden-cases.ts';
import { prepareBenches } from './case-bench.ts';
import { diffCases } from './diff-cases.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { listEffectiveCases } from './effective-cases.ts';
import type { EffectiveCase } from './effective-cases.ts';
import { expectedWords } from './expected-words.ts';
import { listFlips } from './list-flips.ts';
import type { Flip } from './flip-rows.ts';
import type { PolicyScene } from './policy-scene.ts';
import { describeOutcome, runQuickly } from './quick-run.ts';

/** A case with its result; whether an acceptance is the draft's own is told with people's names. */
type TestedCase = Omit<CaseRowView, 'acceptance' | 'result'> & {
  readonly result: Exclude<CaseRowView['result'], 'accepted'>;
  readonly needs: EffectiveCase['needs'];
};

/** Results of the tests of a draft, before anybody's acknowledgements and acceptances are laid over them. */
export interface GateRun {
  readonly lint: GateView['lint'];
  readonly agreed: number;
  readonly disagreements: GateView['engines']['disagreements'];
  readonly cases: readonly TestedCase[];
  readonly flips: readonly Flip[];
  readonly changed: boolean;
}

const SAYS_LEFT_OUT = 'it was written for what is live, and is left out here';
const SAYS_ALTERED = 'it was written for what is live, and says something else here';

/** Runs are remembered by what they depend on: a draft is looked at far more often than it is changed. */
const REMEMBERED = 24;
const runs = new Map<string, Promise<GateRun>>();

/** Tests a draft against `baseline`, the content that it would replace; null where there is none. */
export async function runGate(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  baseline: PolicyContent | null,
): Promise<GateRun> {
  const key = keyOf(draft, scene, baseline);
  const known = runs.get(key);
  if (known !== undefined) return known;
  const running = test(deps, draft, scene, baseline);
  runs.set(key, running);
  running.catch(() => runs.delete(key));
  for (const old of runs.keys()) if (runs.size > REMEMBERED) runs.delete(old);
  return running;
}

function keyOf(draft: GoldenDraft, scene: PolicyScene, baseline: PolicyContent | null): string {
  const contents = [draft.content, baseline, scene.floor, ...scene.programs.values()].map((one) =>
    one === null ? '' : digestContent(one),
  );
  return sha256Hex(
    [
      ...contents,
      canonicalise([
        draft.cases,
        draft.accepted.map(({ caseName, expect, proposed }) => [caseName, expect, proposed === true]),
        (scene.shipped?.cases ?? []).map((one) => one.golden),
        draft.state === 'approved' || scene.replaced === null
          ? []
          : [scene.replaced.cases, scene.replaced.accepted.map(({ caseName, expect }) => [caseName, expect])],
      ]),
    ].join('\n'),
  );
}

async function test(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  baseline: PolicyContent | null,
): Promise<GateRun> {
  const { content, policy } = draft;
  const changed = saysAnythingNew(draft, scene, baseline);
  const lint = lintRuleset(content, deps.dictionary).map(({ code, path, message }) => ({ code, path, message }));
  // What the lint refuses cannot be compiled, and so not be tried.
  if (lint.length > 0) return { lint, agreed: 0, disagreements: [], cases: [], flips: [], changed };
  const cases = listEffectiveCases(draft, scene);
  const goldens = cases.map((one) => one.golden);
  const benchOf = await prepareBenches(deps, scene, content, goldens, baseline);
  const [bench, liveBench] = [benchOf(content), baseline === null ? null : benchOf(baseline)];
  const rows = await runGoldenCases(policy, goldens, bench);
  const flips =
    baseline === null || liveBench === null
      ? []
      : listFlips({ policy, live: baseline, draft: content, liveBench, draftBench: bench }, goldens);
  const disagreements = rows.flatMap((row) =>
    (row.decided?.disagreements ?? []).map((words) => ({ caseName: row.name, words })),
  );
  return {
    lint,
    disagreements,
    flips,
    changed,
    agreed: rows.filter((row) => row.decided?.disagreements.length === 0).length,
    cases: rows.map((row, index) => describeRow(row, cases[index], { policy, liveBench })),
  };
}

/** Cases guard the next change: a version that brings only these is worth an approval. What was approved said something. */
function saysAnythingNew(draft: GoldenDraft, { replaced }: PolicyScene, baseline: PolicyContent | null): boolean {
  if (baseline === null || draft.state === 'approved') return true;
  return digestContent(baseline) !== digestContent(draft.content) || diffCases(replaced, draft).length > 0;
}

function describeRow(
  row: GoldenRow,
  tested: EffectiveCase | undefined,
  { policy, liveBench }: { readonly policy: string; readonly liveBench: GoldenBench | null },
): TestedCase {
  if (tested === undefined) throw new Error(`The case ${row.name} was not asked for`);
  const { golden, origin, needs } = tested;
  const outcome: OutcomeView | null = row.decided === undefined ? null : describeOutcome(row.decided.decision);
  const result = row.passed
    ? 'pass'
    : outcome === null || (row.decided?.disagreements.length ?? 0) > 0
      ? 'failed'
      : 'changed';
  return {
    name: row.name,
    origin,
    result,
    expected: expectedWords(golden),
    draft: outcome,
    differences: [...(needs === null ? [] : [needs === LEFT_OUT ? SAYS_LEFT_OUT : SAYS_ALTERED]), ...row.differences],
    needs,
    golden,
    live: liveBench === null ? null : runQuickly(golden, policy, liveBench),
  };
}
