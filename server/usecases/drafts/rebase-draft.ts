import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { saveDraft as stepSave } from '../../core/policies/draft-steps.ts';
import type { MergeSide } from '../../core/policies/merge-contents.ts';
import { demandSource } from './build-draft.ts';
import { changeDraft } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber } from './find-document.ts';
import { describeMerge, mergeSaves } from './merge-saves.ts';
import { noteChanges } from './note-changes.ts';
import { loadDraftScene } from './policy-scene.ts';

/**
 * Brings a draft up to date with what it would replace: what went live since it began is taken over, what the draft
 * changed stays. Throws MERGE_CLASH with both sides where both changed the same and no resolution says which counts.
 */
export async function rebaseDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  resolutions: Readonly<Record<string, MergeSide>> = {},
  revision?: number,
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const scene = await loadDraftScene(deps, draft);
    const number = scene.baseline?.number ?? 0;
    const live = demandSource(await findByNumber(deps, draft.policy, number), draft.policy, number);
    const base = (await findByNumber(deps, draft.policy, draft.basedOn)) ?? live;
    const merge = mergeSaves(base, live, draft, resolutions);
    if (merge.unresolved.length > 0) {
      throw new AppError('MERGE_CLASH', 'Both the draft and what is live changed the same. Say which counts.', {
        members: {
          revision: draft.revision,
          base: { number: draft.basedOn },
          theirs: { number },
          ...describeMerge(merge),
        },
      });
    }
    const step = stepSave(draft, hand, {
      revision: revision ?? draft.revision,
      content: merge.content,
      cases: merge.cases,
      basedOn: number,
    });
    const changes = noteChanges(draft, merge);
    return {
      step,
      action: 'rebased',
      note: { ...changes, detail: { ...changes.detail, from: draft.basedOn, to: number } },
      commit: (next) => ({
        revision: {
          draftId: id,
          revision: next.revision,
          content: next.content,
          cases: next.cases,
          savedBy: hand.by,
          savedAt: hand.at,
        },
      }),
    };
  });
}
