import { AppError } from '../../contract/error-registry.ts';
import type { SubmitRequest } from '../../contract/http/policy-requests.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { submitDraft as stepSubmit, withdrawSubmission } from '../../core/policies/draft-steps.ts';
import type { Hand } from '../../core/policies/draft-steps.ts';
import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import { changeDraft } from './change-draft.ts';
import type { PlannedChange } from './change-draft.ts';
import { digestNow } from './digest-now.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { loadDraftScene } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { NAMELESS, presentGate } from './present-gate.ts';
import { runGate } from './run-gate.ts';

/** Beyond the lead that every process needs, what the way to the database may take. */
export const PUBLISH_SLACK_MS = 1_500;

/** What is handed in. */
export interface Handover {
  readonly effectiveAt: number | null;
  readonly zone: string;
  readonly reason: string;
}

/** Hands a draft in for approval. Throws GATE_CLOSED, BAD_INSTANT, WRONG_STATE, INVALID_REQUEST for an unknown zone. */
export async function submitDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  request: SubmitRequest,
): Promise<GoldenDraft> {
  if (request.zone !== undefined && !deps.calendars.isZone(request.zone)) {
    throw new AppError('INVALID_REQUEST', 'Name an IANA time zone.', {
      errors: [{ pointer: '/zone', code: 'unknown_zone', message: 'is no time zone' }],
    });
  }
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const scene = await loadDraftScene(deps, draft);
    return planSubmission(deps, draft, scene, {
      hand,
      handover: { effectiveAt: request.effectiveAt, zone: request.zone ?? draft.content.zone, reason: request.reason },
    });
  });
}

/** The step by which a draft is handed in, bound to the digest of what stands at that instant. */
export async function planSubmission(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  { hand, handover }: { readonly hand: Hand; readonly handover: Handover },
): Promise<PlannedChange> {
  const run = await runGate(deps, draft, scene, scene.baseline?.content ?? null);
  const gate = presentGate(run, draft, NAMELESS);
  const submission = { ...handover, ...hand };
  const digest = digestNow({ ...draft, submission: { ...submission, digest: '' } }, scene, run);
  const step = stepSubmit(
    draft,
    { ...submission, digest },
    {
      open: gate.open,
      why: `${gate.reasons.map(({ sentence }) => sentence.en).join('. ')}.`,
      earliestAt: hand.at + ACTIVATION_LEAD_MS + PUBLISH_SLACK_MS,
      activations: scene.activations,
    },
  );
  const detail = {
    digest,
    effectiveAt: handover.effectiveAt,
    zone: handover.zone,
    cases: gate.cases.total,
    flips: gate.flips.total,
  };
  return { step, action: 'submitted', note: { reason: handover.reason, detail } };
}

/** Takes back what waits for approval: it is a draft again. Throws WRONG_STATE. */
export async function withdrawDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  reason: string | undefined,
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => ({
    step: withdrawSubmission(draft, hand),
    action: 'submission_withdrawn',
    note: { ...(reason === undefined ? {} : { reason }), detail: { digest: draft.submission?.digest ?? null } },
  }));
}
