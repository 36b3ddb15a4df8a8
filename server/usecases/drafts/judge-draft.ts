import type { RequestActor } from '../../core/access/request-actor.ts';
import { approveDraft as stepApprove, rejectDraft as stepReject } from '../../core/policies/draft-steps.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import { changeDraft } from './change-draft.ts';
import { digestNow } from './digest-now.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber } from './find-document.ts';
import { loadDraftScene, nextNumber, type PolicyScene } from './policy-scene.ts';
import { NAMELESS, presentGate } from './present-gate.ts';
import { planPublication } from './plan-publication.ts';
import { runGate } from './run-gate.ts';
import { PUBLISH_SLACK_MS } from './submit-draft.ts';

/**
 * Approves exactly what `digest` names, and publishes it in the same transaction. The tests run again first: what went
 * live meanwhile counts. Throws FOUR_EYES, STALE_APPROVAL, GATE_CLOSED, BAD_INSTANT, WRONG_STATE.
 */
export async function approveVersion(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  { digest, note }: { readonly digest: string; readonly note?: string | undefined },
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft) => {
    const scene = await loadDraftScene(deps, draft);
    const run = await runGate(deps, draft, scene, scene.baseline?.content ?? null);
    // The tests take a while; the instant is counted from when they are done.
    const at = deps.clock.now();
    const by = `${actor.kind}/${actor.id}`;
    const number = nextNumber(scene);
    const effectiveFrom = draft.submission?.effectiveAt ?? at + ACTIVATION_LEAD_MS + PUBLISH_SLACK_MS;
    const approval = { digest, by, at, number, effectiveFrom, ...(note === undefined ? {} : { note }) };
    const current = {
      digest: digestNow(draft, scene, run),
      gateOpen: presentGate(run, draft, NAMELESS).open,
      earliestAt: at + ACTIVATION_LEAD_MS,
      activations: scene.activations,
    };
    const detail = { digest, number, effectiveFrom, contentDigest: digestContent(draft.content) };
    const bases = await listScheduledBases(deps, scene);
    const isTakenBack = bases.some((one) => one.closing !== undefined);
    return {
      step: isTakenBack ? BASE_TAKEN_BACK : stepApprove(draft, approval, current),
      action: 'approved',
      note: { ...(note === undefined ? {} : { reason: note }), detail },
      countsOn: bases,
      commit: (next) => ({ publish: planPublication(deps, next.content, { number, effectiveFrom, recordedAt: at }) }),
    };
  });
}

const BASE_TAKEN_BACK = {
  ok: false,
  refusal: 'digest_moved',
  detail: 'The version that it was made from was withdrawn meanwhile. Read it again.',
} as const;

/** The scheduled version that it was made from: withdrawn meanwhile, it would go live as part of this one all the same. */
async function listScheduledBases(deps: DraftDeps, { policy, live, baseline }: PolicyScene): Promise<GoldenDraft[]> {
  if (baseline === null || baseline.number === live?.number) return [];
  const base = await findByNumber(deps, policy, baseline.number);
  return base === null ? [] : [base];
}

/** Refuses exactly what `digest` names, with a reason. Throws FOUR_EYES, STALE_APPROVAL, WRONG_STATE. */
export async function rejectVersion(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  { digest, reason }: { readonly digest: string; readonly reason: string },
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const scene = await loadDraftScene(deps, draft);
    const current = digestNow(draft, scene, await runGate(deps, draft, scene, scene.baseline?.content ?? null));
    return {
      step: stepReject(draft, { digest, reason, ...hand }, current),
      action: 'rejected',
      note: { reason, detail: { digest } },
    };
  });
}
