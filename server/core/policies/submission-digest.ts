import { digestOf } from '../audit/canonical-document.ts';
import { canonicalise } from '../records/canonical.ts';
import type { NamedCase, PolicyDraft } from './draft.ts';
import type { PolicyContent } from './policy-version.ts';

/** Digest by which a content is named: that of the version it becomes. */
export function digestContent(content: PolicyContent): string {
  return digestOf('policy_content', canonicalise(content));
}

/** Digest of what a case says. */
export function digestCase(golden: NamedCase): string {
  return digestOf('policy_case', canonicalise(golden));
}

/** What an approval is bound to beside the draft itself. `results` holds every test result, canonicalisable. */
export interface SubmissionFrame {
  /** Version that it would replace, against which the results were made; 0 and empty where there is none. */
  readonly replaces: { readonly number: number; readonly digest: string };
  /** Other versions that are approved and not live yet: number and instant (epoch ms). */
  readonly scheduled: readonly (readonly [number, number])[];
  /** Epoch ms; null: on approval. */
  readonly effectiveAt: number | null;
  readonly reason: string;
  /** When and by whom it was submitted, so that a later submission of the same is another one. */
  readonly submittedAt: number;
  readonly submittedBy: string;
  readonly results: unknown;
}

/** Digest of exactly what is approved: content, cases, instant, test results. Any edit, reschedule or revert gives another. */
export function digestSubmission(draft: PolicyDraft, frame: SubmissionFrame): string {
  const { policy, revision, basedOn, content, cases, accepted, acknowledgements } = draft;
  return digestOf(
    'policy_submission',
    canonicalise({ policy, revision, basedOn, content, cases, accepted, acknowledgements, ...frame }),
  );
}
