import { AppError } from '../../contract/error-registry.ts';
import type { DraftSave } from '../../contract/http/policy-requests.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { saveDraft as stepSave } from '../../core/policies/draft-steps.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { changeDraft } from './change-draft.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { describeMerge, mergeSaves } from './merge-saves.ts';
import { noteChanges } from './note-changes.ts';

/**
 * Saves what a draft says. Throws STALE_SAVE with what both sides changed since the revision that the save began
 * from, WRONG_STATE, INVALID_REQUEST where a case takes the name of a shipped one or the content is another policy's.
 */
export async function saveDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  save: DraftSave,
): Promise<GoldenDraft> {
  return changeDraft(deps, actor, id, async (draft, hand) => {
    const cases = save.cases ?? draft.cases;
    await checkSave(deps, draft, save.content, cases);
    if (save.revision !== draft.revision && (draft.state === 'draft' || draft.state === 'rejected'))
      throw await describeStale(deps, draft, save);
    const step = stepSave(draft, hand, { revision: save.revision, content: save.content, cases });
    return {
      step,
      action: 'saved',
      note: noteChanges(draft, { content: save.content, cases }),
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

async function describeStale(deps: DraftDeps, draft: GoldenDraft, save: DraftSave): Promise<AppError> {
  const base = await deps.drafts.findRevision(draft.id, save.revision);
  if (base === null) return new AppError('INVALID_REQUEST', `This draft never had a revision ${save.revision}.`);
  const merge = mergeSaves(
    { content: base.content, cases: base.cases as readonly GoldenCase[] },
    { content: draft.content, cases: draft.cases },
    { content: save.content, cases: save.cases ?? (base.cases as readonly GoldenCase[]) },
  );
  return new AppError(
    'STALE_SAVE',
    'Somebody saved before you. Your changes are not lost: merge them and save again.',
    {
      members: {
        revision: draft.revision,
        savedAt: new Date(draft.savedAt).toISOString(),
        savedBy: draft.savedBy,
        base: { revision: save.revision },
        ...describeMerge(merge),
      },
    },
  );
}

/** An owner's case may not pass for a shipped one, whose outcome can only be changed by accepting it. */
export async function checkSave(
  deps: Pick<DraftDeps, 'files' | 'calendars'>,
  draft: Pick<GoldenDraft, 'policy'>,
  content: PolicyContent,
  cases: readonly GoldenCase[],
): Promise<void> {
  const errors = [];
  if (content.policy !== draft.policy)
    errors.push({ pointer: '/content/policy', code: 'immutable', message: `must stay ${draft.policy}` });
  if (!deps.calendars.isZone(content.zone))
    errors.push({ pointer: '/content/zone', code: 'unknown_zone', message: 'is no time zone' });
  const shipped = new Set(((await deps.files.findShipped(draft.policy))?.cases ?? []).map((one) => one.golden.name));
  const seen = new Set<string>();
  cases.forEach(({ name }, index) => {
    if (shipped.has(name) || seen.has(name))
      errors.push({ pointer: `/cases/${index}/name`, code: 'name_taken', message: 'is the name of another case' });
    seen.add(name);
  });
  if (errors.length > 0)
    throw new AppError('INVALID_REQUEST', 'Correct the fields that are named in errors.', { errors });
}
