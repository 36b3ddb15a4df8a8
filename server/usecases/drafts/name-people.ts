import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import type { DraftSummary } from '../../ports/drafts.ts';
import type { NameOf } from './present-gate.ts';

/** Looks up the names of actors; one that is unknown is shown by its id. */
export async function namePeople(deps: Pick<DraftDeps, 'findNames'>, actors: readonly string[]): Promise<NameOf> {
  const names = await deps.findNames([...new Set(actors)]);
  return (id) => ({ id, name: names.get(id) ?? id.replace(/^system\//u, '') });
}

/** Everybody whom a draft names. */
export function listActors(
  draft: DraftSummary & Partial<Pick<GoldenDraft, 'accepted' | 'acknowledgements'>>,
): string[] {
  const { submission, approval, rejection, closing } = draft;
  return [
    ...draft.authors,
    draft.savedBy,
    draft.changedBy,
    ...[submission, approval, rejection, closing].flatMap((one) => one?.by ?? []),
    ...(draft.accepted ?? []).map((one) => one.by),
    ...(draft.acknowledgements ?? []).map((one) => one.by),
  ];
}
