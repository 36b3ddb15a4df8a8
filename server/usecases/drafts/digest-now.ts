import type { OutcomeView } from '../../contract/http/policy-gate-view.ts';
import { listScheduled } from '../../core/policies/draft.ts';
import { digestSubmission } from '../../core/policies/submission-digest.ts';
import type { GoldenDraft } from './draft-deps.ts';
import type { PolicyScene } from './policy-scene.ts';
import type { GateRun } from './run-gate.ts';

/** Digest of what an approval would be bound to now: what the draft says, when it would take effect, and how its tests come out against what it would replace. */
export function digestNow(draft: GoldenDraft, scene: PolicyScene, run: GateRun): string {
  const { submission } = draft;
  return digestSubmission(draft, {
    replaces: { number: scene.baseline?.number ?? 0, digest: scene.baseline?.digest ?? '' },
    scheduled: listScheduled(scene.activations, scene.now).map(
      ({ number, effectiveFrom }) => [number, effectiveFrom] as const,
    ),
    effectiveAt: submission?.effectiveAt ?? null,
    reason: submission?.reason ?? '',
    submittedAt: submission?.at ?? 0,
    submittedBy: submission?.by ?? '',
    results: {
      lint: run.lint,
      agreed: run.agreed,
      disagreements: run.disagreements,
      cases: run.cases.map(({ name, result, draft: outcome }) => [name, result, bare(outcome)]),
      flips: run.flips.map(({ id, cases, live, draft: outcome }) => [id, cases, bare(live), bare(outcome)]),
    },
  });
}

/** An outcome without its words: another way of saying the same is no other result. */
function bare(outcome: OutcomeView | null): Omit<OutcomeView, 'words'> | null {
  if (outcome === null) return null;
  const { words: _words, ...rest } = outcome;
  return rest;
}
