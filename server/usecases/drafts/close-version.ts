import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { checkWithdrawal, discardDraft as stepDiscard, MIN_REASON_LENGTH } from '../../core/policies/draft-steps.ts';
import { findOwnActivation } from '../../core/policies/draft.ts';
import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import { changeDraft } from './change-draft.ts';
import type { PlannedChange } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { getDocument } from './find-document.ts';
import { planWithdrawal } from './plan-withdrawal.ts';
import { withdrawDraft } from './submit-draft.ts';

/**
 * Takes back what waits for approval, or an approved version that is not live yet: that one by a record of its own, since
 * activations are never changed. Throws BAD_INSTANT where it takes effect within seconds, WRONG_STATE, also for an
 * emergency, INVALID_REQUEST where what was approved is taken back without a reason.
 */
export async function withdrawVersion(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  reason: string | undefined,
): Promise<GoldenDraft> {
  const { state } = await getDocument(deps, id);
  if (state === 'submitted') return withdrawDraft(deps, actor, id, reason);
  if ((reason ?? '').trim().length < MIN_REASON_LENGTH && state === 'approved') {
    throw new AppError('INVALID_REQUEST', 'Say why it is taken back.', {
      errors: [{ pointer: '/reason', code: 'too_small', message: `needs at least ${MIN_REASON_LENGTH} characters` }],
    });
  }
  return changeDraft(deps, actor, id, async (draft, hand) => planClosing(deps, draft, hand, reason));
}

async function planClosing(
  deps: DraftDeps,
  draft: GoldenDraft,
  hand: { readonly by: string; readonly at: number },
  reason: string | undefined,
): Promise<PlannedChange> {
  const activations = await deps.policies.loadActivations([draft.policy]);
  const checked = checkWithdrawal(draft, activations, hand.at, ACTIVATION_LEAD_MS);
  const own = draft.approval === undefined ? null : findOwnActivation(draft.approval.number, activations);
  if (!checked.ok || own === null)
    return {
      step: checked.ok ? { ok: false, refusal: 'wrong_state', detail: 'It was withdrawn before.' } : checked,
      action: 'withdrawn',
    };
  const closing = { ...hand, ...(reason === undefined ? {} : { reason }) };
  return {
    step: { ok: true, draft: { ...draft, rev: draft.rev + 1, changedAt: hand.at, changedBy: hand.by, closing } },
    action: 'withdrawn',
    note: {
      ...(reason === undefined ? {} : { reason }),
      detail: { number: own.number, effectiveFrom: own.effectiveFrom },
    },
    commit: () => ({ withdrawals: [planWithdrawal(deps, own, hand.at)] }),
  };
}

/** Puts a draft away for good. Throws WRONG_STATE. */
export async function discardDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  reason: string | undefined,
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => ({
    step: stepDiscard(draft, { ...hand, ...(reason === undefined ? {} : { reason }) }),
    action: 'discarded',
    ...(reason === undefined ? {} : { note: { reason } }),
  }));
}
