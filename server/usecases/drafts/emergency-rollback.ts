import { AppError } from '../../contract/error-registry.ts';
import type { RollbackRequest } from '../../contract/http/policy-requests.ts';
import { nameActor } from '../../core/access/request-actor.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { lintRuleset } from '../../engine/lint/lint-ruleset.ts';
import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import { discardEmergency, type StepRefusal } from '../../core/policies/draft-steps.ts';
import { listScheduled } from '../../core/policies/draft.ts';
import type { Closing } from '../../core/policies/draft.ts';
import type { Activation } from '../../core/policies/policy-version.ts';
import { buildDraft, demandSource } from './build-draft.ts';
import { changeDraft, createDraftDocument } from './change-draft.ts';
import type { PlannedChange } from './change-draft.ts';
import { findByNumber } from './find-document.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { demandFormer } from './roll-back-policy.ts';
import { loadScene, nextNumber } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { planPublication } from './plan-publication.ts';
import { planWithdrawal } from './plan-withdrawal.ts';
import { PUBLISH_SLACK_MS } from './submit-draft.ts';

/** How long the other half of an emergency may take. */
export const EMERGENCY_MS = 3_600_000;

/**
 * First half of an emergency rollback, by a legal owner: names a version that was live before. Nothing changes until an
 * admin confirms it from a session of their own. Throws NEVER_LIVE, WRONG_STATE where it is what decides already, FOUR_EYES for anybody but a person.
 */
export async function requestEmergency(
  deps: DraftDeps,
  actor: RequestActor,
  policy: string,
  { toNumber, reason }: RollbackRequest,
): Promise<GoldenDraft> {
  demandPerson(actor);
  const scene = await loadScene(deps, policy);
  const source = await demandFormer(deps, scene, toNumber);
  return createDraftDocument(deps, actor, policy, async ({ sequence, hand }) => {
    const begun = buildDraft(
      {
        policy,
        sequence,
        hand,
        origin: 'emergency',
        basedOn: scene.live?.number ?? toNumber,
        content: source.content,
        source,
      },
      scene,
    );
    const submission = {
      effectiveAt: null,
      zone: source.content.zone,
      reason,
      digest: digestContent(source.content),
      ...hand,
    };
    return {
      draft: { ...begun, equalTo: toNumber, state: 'submitted', submission },
      action: 'emergency_requested',
      note: { reason, detail: { toNumber, from: scene.live?.number ?? null } },
    };
  });
}

/**
 * Second half, by an admin who is somebody else: the version goes live at once, which is seconds from now, and is
 * recorded as an emergency. It holds for what decided when it was asked for, and takes back what is scheduled after it,
 * since that was approved to replace what is rolled back. Throws FOUR_EYES, WRONG_STATE where it is none, was settled, or
 * waited too long, STALE_APPROVAL where something else decides by now.
 */
export async function confirmEmergency(
  deps: DraftDeps,
  actor: RequestActor,
  { policy, id, reason }: { readonly policy: string; readonly id: string; readonly reason: string },
): Promise<GoldenDraft> {
  demandPerson(actor);
  return changeDraft(deps, actor, id, async (draft) => {
    demandPolicy(draft, policy);
    const scene = await loadScene(deps, policy);
    const [at, by] = [deps.clock.now(), nameActor(actor)];
    const refused = judge(deps, draft, scene, { by, at });
    if (refused !== null) return { step: refused, action: 'emergency_confirmed' };
    const [number, effectiveFrom] = [nextNumber(scene), at + ACTIVATION_LEAD_MS + PUBLISH_SLACK_MS];
    const approval = { digest: digestContent(draft.content), by, at, number, effectiveFrom, note: reason };
    const later = listScheduled(scene.activations, at).filter((one) => one.effectiveFrom >= effectiveFrom);
    const detail = { number, effectiveFrom, equalTo: draft.equalTo ?? null, requestedBy: draft.submission?.by ?? null };
    return {
      step: {
        ok: true,
        draft: { ...draft, state: 'approved', rev: draft.rev + 1, approval, changedAt: at, changedBy: by },
      },
      action: 'emergency_confirmed',
      note: {
        reason,
        detail: later.length === 0 ? detail : { ...detail, withdrawn: later.map((one) => one.number).join(', ') },
      },
      closed: await closeWithdrawn(deps, later, { by, at, reason }),
      commit: (next) => ({
        publish: planPublication(deps, next.content, { number, effectiveFrom, recordedAt: at }),
        withdrawals: later.map((one) => planWithdrawal(deps, one, at)),
      }),
    };
  });
}

/** Says under each scheduled version who took it back and why, where somebody would look for it. */
async function closeWithdrawn(
  deps: DraftDeps,
  later: readonly Activation[],
  closing: Required<Closing>,
): Promise<NonNullable<PlannedChange['closed']>> {
  return Promise.all(
    later.map(async ({ policy, number, effectiveFrom }) => {
      const found = demandSource(await findByNumber(deps, policy, number), policy, number);
      return {
        draft: { ...found, rev: found.rev + 1, changedAt: closing.at, changedBy: closing.by, closing },
        note: { reason: closing.reason, detail: { number, effectiveFrom, emergency: true } },
      };
    }),
  );
}

/**
 * Takes back an emergency that nobody has confirmed yet. Throws WRONG_STATE where it is none or was settled meanwhile,
 * POLICY_VERSION_NOT_FOUND where it is another policy's.
 */
export async function withdrawEmergency(
  deps: DraftDeps,
  actor: RequestActor,
  { policy, id, reason }: { readonly policy: string; readonly id: string; readonly reason?: string | undefined },
): Promise<GoldenDraft> {
  const said = reason === undefined ? {} : { reason };
  return changeDraft(deps, actor, id, async (draft, hand) => {
    demandPolicy(draft, policy);
    return {
      step: discardEmergency(draft, { ...hand, ...said }),
      action: 'discarded',
      note: { ...said, detail: { emergency: true } },
    };
  });
}

function demandPolicy(draft: GoldenDraft, policy: string): void {
  if (draft.policy !== policy)
    throw new AppError('POLICY_VERSION_NOT_FOUND', `There is no emergency ${draft.id} of ${policy}.`);
}

function judge(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  { by, at }: { readonly by: string; readonly at: number },
): { readonly ok: false; readonly refusal: StepRefusal; readonly detail: string } | null {
  if (draft.origin !== 'emergency' || draft.state !== 'submitted' || draft.submission === undefined)
    return { ok: false, refusal: 'wrong_state', detail: 'This is no emergency that waits to be confirmed.' };
  if (at > draft.submission.at + EMERGENCY_MS)
    return { ok: false, refusal: 'wrong_state', detail: 'It waited too long. It has to be asked for again.' };
  if (draft.submission.by === by)
    return {
      ok: false,
      refusal: 'author_approves',
      detail: 'You asked for it; an admin who is somebody else confirms it.',
    };
  if (draft.basedOn !== (scene.live?.number ?? 0))
    return {
      ok: false,
      refusal: 'digest_moved',
      detail: 'Something else decides since it was asked for. Look at that, and ask again if it is still needed.',
    };
  if (lintRuleset(draft.content, deps.dictionary).length > 0)
    return { ok: false, refusal: 'gate_closed', detail: 'Today’s checks refuse this version.' };
  return null;
}

function demandPerson(actor: RequestActor): void {
  if (actor.kind !== 'user') throw new AppError('FOUR_EYES', 'Only people roll back in an emergency.');
}
