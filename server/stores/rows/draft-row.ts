import type { PolicyDraft } from '../../core/policies/draft.ts';
import type { DraftRevision, DraftSummary } from '../../ports/drafts.ts';

/**
 * A draft as stored. What it says is kept as texts, since the names of a matrix' rows may hold what MongoDB reads as
 * operators; `summary` is all that lists need.
 */
export interface DraftRow {
  readonly _id: string;
  readonly policy: string;
  readonly sequence: number;
  readonly state: PolicyDraft['state'];
  readonly rev: number;
  readonly number?: number;
  readonly changedAt: number;
  readonly summary: string;
  readonly body: string;
}

/** What a draft said at one revision. */
export interface DraftRevisionRow {
  readonly _id: string;
  readonly body: string;
}

/** To the stored form. */
export function toDraftRow(draft: PolicyDraft): DraftRow {
  const {
    id,
    policy,
    sequence,
    state,
    rev,
    changedAt,
    approval,
    content,
    cases,
    accepted,
    acknowledgements,
    beside,
    ...rest
  } = draft;
  const summary = {
    id,
    policy,
    sequence,
    state,
    rev,
    changedAt,
    ...(approval === undefined ? {} : { approval }),
    ...rest,
  };
  return {
    _id: id,
    policy,
    sequence,
    state,
    rev,
    changedAt,
    ...(approval === undefined ? {} : { number: approval.number }),
    summary: JSON.stringify(summary),
    body: JSON.stringify({ content, cases, accepted, acknowledgements, beside }),
  };
}

/** From the stored form. */
export function fromDraftRow({ summary, body }: Pick<DraftRow, 'summary' | 'body'>): PolicyDraft {
  return { ...(JSON.parse(summary) as DraftSummary), ...(JSON.parse(body) as Omit<PolicyDraft, keyof DraftSummary>) };
}

/** Name of one revision. */
export function revisionId(draftId: string, revision: number): string {
  return `${draftId}/${revision}`;
}

/** To the stored form. */
export function toRevisionRow(revision: DraftRevision): DraftRevisionRow {
  return { _id: revisionId(revision.draftId, revision.revision), body: JSON.stringify(revision) };
}
