import { AppError } from '../../contract/error-registry.ts';
import type { RollbackRequest } from '../../contract/http/policy-requests.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { acceptCase, acknowledgeFlips } from '../../core/policies/draft-steps.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { wasLive } from '../../core/policies/draft.ts';
import type { Step } from '../../core/policies/draft-steps.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { buildDraft, demandSource } from './build-draft.ts';
import { createDraftDocument, REFUSAL_CODES } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber } from './find-document.ts';
import { loadScene } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { runGate } from './run-gate.ts';
import { decideExpectation } from './settle-flips.ts';
import { planSubmission } from './submit-draft.ts';

/**
 * Makes a new version equal to one that was live before, and hands it in for approval. Its flips are those of changes
 * that were acknowledged on the way here, so that asking for it acknowledges them; the approver sees them all.
 * Throws NEVER_LIVE, WRONG_STATE where it is what decides already, GATE_CLOSED where today's rules refuse it, BAD_INSTANT where
 * another version is scheduled.
 */
export async function rollBackPolicy(
  deps: DraftDeps,
  actor: RequestActor,
  policy: string,
  { toNumber, reason }: RollbackRequest,
): Promise<GoldenDraft> {
  const scene = await loadScene(deps, policy);
  const source = await demandFormer(deps, scene, toNumber);
  return createDraftDocument(deps, actor, policy, async ({ sequence, hand }) => {
    const begun: GoldenDraft = {
      equalTo: toNumber,
      ...buildDraft(
        {
          policy,
          sequence,
          hand,
          origin: 'rollback',
          basedOn: scene.live?.number ?? toNumber,
          content: source.content,
          source,
        },
        scene,
      ),
    };
    const run = await runGate(deps, begun, scene, scene.baseline?.content ?? null);
    let draft = demandStep(
      acknowledgeFlips(
        begun,
        hand,
        run.flips.filter((flip) => flip.flips).map((flip) => flip.id),
      ),
    );
    for (const { name, result, needs } of run.cases) {
      if (result !== 'changed' && needs === null) continue;
      const accepted = await decideExpectation(deps, draft, scene, name);
      draft = demandStep(
        acceptCase(draft, hand, { caseName: name, ...accepted, reason: `as it was in version ${toNumber}` }),
      );
    }
    const { step } = await planSubmission(deps, draft, scene, {
      hand,
      handover: { effectiveAt: null, zone: source.content.zone, reason },
    });
    return {
      draft: demandStep(step),
      action: 'rolled_back',
      note: { reason, detail: { toNumber, from: scene.live?.number ?? null } },
    };
  });
}

/** A version that was in force before and says something else than what is now. Throws POLICY_VERSION_NOT_FOUND, WRONG_STATE, NEVER_LIVE. */
export async function demandFormer(deps: DraftDeps, scene: PolicyScene, number: number): Promise<GoldenDraft> {
  const source = demandSource(await findByNumber(deps, scene.policy, number), scene.policy, number);
  if (digestContent(source.content) === scene.live?.digest)
    throw new AppError('WRONG_STATE', `What version ${number} says decides already.`);
  if (!wasLive(number, scene.activations, scene.now))
    throw new AppError('NEVER_LIVE', `Version ${number} was never live. Start a draft from it instead.`);
  return source;
}

function demandStep(step: Step<GoldenCase>): GoldenDraft {
  if (!step.ok) throw new AppError(REFUSAL_CODES[step.refusal], step.detail);
  return step.draft;
}
