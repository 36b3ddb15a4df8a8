import { systemActor } from '../../core/access/request-actor.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { draftFolder } from './import-policy.ts';

/**
 * Where the files that are shipped differ from what is live, and nobody has seen them yet, they become a draft for an
 * owner to look at: never a version. Files that are an earlier version, or were a draft before, are left alone: what
 * an owner has changed since is not proposed to be taken back at every start.
 */
export async function draftShippedChanges(deps: DraftDeps, policies: readonly string[]): Promise<GoldenDraft[]> {
  const made: GoldenDraft[] = [];
  for (const policy of policies) {
    const shipped = await deps.files.findShipped(policy);
    if (shipped === null) continue;
    const digest = digestContent(shipped.content);
    const versions = await deps.policies.listVersions(policy);
    if (versions.length === 0 || versions.some((version) => version.digest === digest)) continue;
    if (await wasDrafted(deps, policy, canonicalise(shipped.content))) continue;
    made.push(await draftFolder(deps, systemActor('bootstrap'), shipped, 'bootstrap'));
  }
  return made;
}

async function wasDrafted(deps: DraftDeps, policy: string, text: string): Promise<boolean> {
  for (const { id, origin } of await deps.drafts.list({ policies: [policy] })) {
    if (origin !== 'bootstrap') continue;
    const first = await deps.drafts.findRevision(id, 1);
    if (first !== null && canonicalise(first.content) === text) return true;
  }
  return false;
}
