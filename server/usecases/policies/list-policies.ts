import type { PolicyRow } from '../../contract/http/policy-view.ts';
import type { PolicyVersionRow } from '../../contract/http/policy-version-view.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { DraftDeps } from '../drafts/draft-deps.ts';
import { listRows } from '../drafts/list-versions.ts';
import { loadScene } from '../drafts/policy-scene.ts';

/** The policies among `wanted` (null: all), the statutory floor first. */
export async function listPolicies(deps: DraftDeps, wanted: readonly string[] | null): Promise<PolicyRow[]> {
  const names = (await deps.policies.listPolicies()).filter((name) => wanted === null || wanted.includes(name));
  const rows = await Promise.all(names.map(async (name) => (await describePolicy(deps, name)).row));
  return rows.toSorted((a, b) => Number(b.isFloor) - Number(a.isFloor) || a.id.localeCompare(b.id));
}

/** One policy's row, with what it was told from. Throws POLICY_NOT_FOUND. */
export async function describePolicy(
  deps: DraftDeps,
  policy: string,
): Promise<{
  readonly row: PolicyRow;
  readonly versions: readonly PolicyVersionRow[];
  readonly content: PolicyContent;
}> {
  const scene = await loadScene(deps, policy);
  const { live } = scene;
  if (live === null) throw new Error('a scene without a live version was let through');
  const versions = await listRows(deps, policy);
  const [decides] = versions.filter((one) => one.status === 'live');
  const next = versions
    .filter((one) => one.status === 'scheduled' || one.status === 'approved')
    .toSorted((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))[0];
  const { parameters, ruleset, name, zone, versionBasis } = live.content;
  const row: PolicyRow = {
    id: policy,
    name,
    isFloor: policy === FLOOR_POLICY,
    zone,
    versionBasis,
    live:
      decides === undefined
        ? null
        : { id: decides.id, number: live.number, since: decides.effectiveFrom ?? decides.changedAt },
    scheduled:
      next === undefined ? null : { id: next.id, number: next.nextNumber, at: next.effectiveFrom ?? next.changedAt },
    waiting: versions.filter((one) => one.status === 'submitted' && one.origin !== 'emergency').length,
    drafts: versions.filter((one) => one.status === 'draft' || one.status === 'rejected').length,
    rules: ruleset.rules.length,
    parameters: parameters.length,
    unset: parameters.filter((one) => one.provenance === 'unset').map((one) => one.name),
    assumed: parameters.filter((one) => one.provenance === 'assumed').length,
  };
  return { row, versions, content: live.content };
}
