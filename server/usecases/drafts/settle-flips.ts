import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { acceptCase as stepAccept, acknowledgeFlips as stepAcknowledge } from '../../core/policies/draft-steps.ts';
import { LEFT_OUT } from '../../core/policies/draft.ts';
import type { AcceptedCase } from '../../core/policies/draft.ts';
import { digestCase } from '../../core/policies/submission-digest.ts';
import { decideGoldenCase } from '../golden/decide-golden-case.ts';
import { prepareBenches } from './case-bench.ts';
import { changeDraft } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { listEffectiveCases } from './effective-cases.ts';
import { expectDecision } from './expected-words.ts';
import { loadDraftScene } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { runGate } from './run-gate.ts';

/** Notes that somebody looked at flips. Throws INVALID_REQUEST for one that the draft does not have now, WRONG_STATE. */
export async function acknowledgeFlips(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  flipIds: readonly string[],
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const scene = await loadDraftScene(deps, draft);
    const run = await runGate(deps, draft, scene, scene.baseline?.content ?? null);
    const known = new Set(run.flips.map((flip) => flip.id));
    const errors = flipIds.flatMap((flip, index) =>
      known.has(flip)
        ? []
        : [{ pointer: `/flipIds/${index}`, code: 'unknown_flip', message: 'is no flip of what the draft says now' }],
    );
    if (errors.length > 0) throw new AppError('INVALID_REQUEST', 'The values changed since. Look again.', { errors });
    return {
      step: stepAcknowledge(draft, hand, flipIds),
      action: 'acknowledged',
      note: { detail: { flips: flipIds.length }, after: { flipIds: [...flipIds] } },
    };
  });
}

/** Accepts that a case comes out as it does now under the draft. Throws INVALID_REQUEST for an unknown or undecidable case, WRONG_STATE. */
export async function acceptCase(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  { caseName, reason }: { readonly caseName: string; readonly reason: string },
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const scene = await loadDraftScene(deps, draft);
    const accepted = await decideExpectation(deps, draft, scene, caseName);
    return {
      step: stepAccept(draft, hand, { caseName, ...accepted, reason }),
      action: 'case_accepted',
      note: { reason, detail: { caseName }, after: { expect: accepted.expect } },
    };
  });
}

/** What accepting a case takes for granted: what it comes out as under the draft, or that it is left out. */
export async function decideExpectation(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  caseName: string,
): Promise<Pick<AcceptedCase, 'expect' | 'covers'>> {
  const found = listEffectiveCases(draft, scene).find((one) => one.golden.name === caseName);
  if (found === undefined)
    throw new AppError('INVALID_REQUEST', 'There is no case of this name.', {
      errors: [{ pointer: '/caseName', code: 'unknown_case', message: 'is no case of this draft' }],
    });
  if (found.needs === LEFT_OUT) return { expect: null, covers: LEFT_OUT };
  const own = draft.cases.find((one) => one.name === caseName);
  const benchOf = await prepareBenches(deps, scene, draft.content, [found.golden]);
  const decided = await decideGoldenCase(found.golden, draft.policy, benchOf(draft.content)).catch((error: unknown) => {
    throw new AppError('INVALID_REQUEST', 'This case cannot be decided by the draft.', {
      errors: [{ pointer: '/caseName', code: 'undecidable', message: 'cannot be decided' }],
      cause: error,
    });
  });
  return { expect: expectDecision(decided.decision), ...(own === undefined ? {} : { covers: digestCase(own) }) };
}
