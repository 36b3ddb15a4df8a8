import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { DraftRequest } from '../../contract/http/policy-requests.ts';
import { findOwnActivation } from '../../core/policies/draft.ts';
import type { Activation } from '../../core/policies/policy-version.ts';
import { buildDraft, demandSource } from './build-draft.ts';
import { createDraftDocument } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber, getDocument } from './find-document.ts';
import { loadScene } from './policy-scene.ts';

/**
 * Starts a draft from any version: by its number, or by its id where it never got one, since it was rejected, discarded
 * or waits. Throws POLICY_NOT_FOUND, POLICY_VERSION_NOT_FOUND.
 */
export async function startDraft(
  deps: DraftDeps,
  actor: RequestActor,
  { policy, from }: DraftRequest,
): Promise<GoldenDraft> {
  const scene = await loadScene(deps, policy);
  const source = await getSource(deps, policy, from);
  return createDraftDocument(deps, actor, policy, async ({ sequence, hand }) => ({
    draft: buildDraft(
      { policy, sequence, hand, origin: 'edit', content: source.content, ...placeSource(source, scene.activations) },
      scene,
    ),
    action: 'created',
    note: { detail: { from } },
  }));
}

async function getSource(deps: DraftDeps, policy: string, from: DraftRequest['from']): Promise<GoldenDraft> {
  if (typeof from === 'number') return demandSource(await findByNumber(deps, policy, from), policy, from);
  const source = await getDocument(deps, from);
  if (source.policy !== policy)
    throw new AppError('POLICY_VERSION_NOT_FOUND', `There is no policy version ${from} of ${policy}.`);
  return source;
}

/**
 * What a draft from a version is based on. One that never took effect, nor will, changed nothing: the draft is based on
 * what that one was based on, so that its changes are the draft's own, are told as such, and survive being brought up to
 * date. What its authors accepted for it is accepted anew.
 */
function placeSource(
  source: GoldenDraft,
  activations: readonly Activation[],
): { readonly basedOn: number; readonly source: GoldenDraft } {
  const number = source.state === 'approved' ? source.approval?.number : undefined;
  if (number !== undefined && findOwnActivation(number, activations) !== null) return { basedOn: number, source };
  const accepted = source.accepted.filter((one) => one.at < source.createdAt);
  return { basedOn: source.basedOn, source: { ...source, accepted } };
}
