import type { ClauseRow } from '../../contract/http/policy-view.ts';
import type { DraftDeps, GoldenDraft } from '../drafts/draft-deps.ts';
import type { KeptBeside } from '../drafts/import-policy.ts';
import { findByNumber } from '../drafts/find-document.ts';
import { loadScene } from '../drafts/policy-scene.ts';

/** What an imported draft keeps of the files beside its content; null where it was not imported. */
export function readKept(draft: Pick<GoldenDraft, 'beside'> | null): KeptBeside | null {
  // Written by the import alone, from parsed files.
  return (draft?.beside as KeptBeside | undefined) ?? null;
}

/** The statements of a policy's published text and what carries each out in the live version. Throws POLICY_NOT_FOUND. */
export async function listClauses(deps: DraftDeps, policy: string): Promise<ClauseRow[]> {
  const { live, shipped } = await loadScene(deps, policy);
  if (live === null) return [];
  const kept = readKept(await findByNumber(deps, policy, live.number));
  const accounts = new Map((kept?.clauseAccounts ?? shipped?.clauseAccounts ?? []).map((one) => [one.id, one]));
  return live.content.clauses.map(({ id, paraphrase }) => {
    const account = accounts.get(id);
    return {
      id,
      paraphrase,
      carriedBy: account?.carriedBy ?? null,
      where: account === undefined ? [] : [account.where].flat(),
      rules: live.content.ruleset.rules.filter((rule) => rule.event.params.clause === id).map((rule) => rule.name),
      parameters: live.content.parameters.filter((one) => one.clauses.includes(id)).map((one) => one.name),
    };
  });
}
