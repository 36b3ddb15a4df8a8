import type { RequestActor } from '../../core/access/request-actor.ts';
import type { DraftRequest } from '../../contract/http/policy-requests.ts';
import { buildDraft, demandSource } from './build-draft.ts';
import { createDraftDocument } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber } from './find-document.ts';
import { loadScene } from './policy-scene.ts';

/** Starts a draft from any version. Throws POLICY_NOT_FOUND, POLICY_VERSION_NOT_FOUND. */
export async function startDraft(
  deps: DraftDeps,
  actor: RequestActor,
  { policy, from }: DraftRequest,
): Promise<GoldenDraft> {
  const scene = await loadScene(deps, policy);
  const source = demandSource(await findByNumber(deps, policy, from), policy, from);
  return createDraftDocument(deps, actor, policy, async ({ sequence, hand }) => ({
    draft: buildDraft(
      { policy, sequence, hand, origin: 'edit', basedOn: from, content: source.content, source },
      scene,
    ),
    action: 'created',
    note: { detail: { from } },
  }));
}
