import type { SemanticDiffView } from '../../contract/http/policy-change-view.ts';
import { demandSource } from '../drafts/build-draft.ts';
import { diffCases } from '../drafts/diff-cases.ts';
import type { DraftDeps } from '../drafts/draft-deps.ts';
import { findByNumber } from '../drafts/find-document.ts';
import { describeChanges } from '../drafts/present-version.ts';

/** What differs between two versions of a policy. Throws POLICY_VERSION_NOT_FOUND. */
export async function compareVersions(
  deps: DraftDeps,
  policy: string,
  from: number,
  to: number,
): Promise<SemanticDiffView> {
  const [before, after] = await Promise.all([findByNumber(deps, policy, from), findByNumber(deps, policy, to)]);
  const [was, is] = [demandSource(before, policy, from), demandSource(after, policy, to)];
  return describeChanges(was.content, is.content, diffCases(was, is));
}
