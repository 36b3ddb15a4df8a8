import { selectActivation } from '../../core/policies/select-activation.ts';
import type { PolicyVersion } from '../../core/policies/policy-version.ts';
import type { Policies } from '../../ports/policies.ts';

/** What is needed to know the versions in force. */
export type LivePolicies = Pick<Policies, 'loadActivations' | 'findVersion' | 'listPolicies'>;

/** The version of each policy in force at `at` (epoch ms), with the instant since when. */
export async function listLiveVersions(
  policies: LivePolicies,
  names: readonly string[],
  at: number,
): Promise<{ readonly version: PolicyVersion; readonly sinceAt: number }[]> {
  const activations = await policies.loadActivations(names);
  const live = names.flatMap((name) => {
    const activation = selectActivation(
      activations.filter(({ policy }) => policy === name),
      at,
    );
    return activation === null ? [] : [activation];
  });
  const versions = await Promise.all(live.map(({ policy, number }) => policies.findVersion(policy, number)));
  return versions.flatMap((version, index) =>
    version === null ? [] : [{ version, sinceAt: live[index]?.effectiveFrom ?? at }],
  );
}

/** Names of the parameters that are not set, by policy. */
export async function listUnsetParameters(
  policies: LivePolicies,
  names: readonly string[],
  at: number,
): Promise<Map<string, string[]>> {
  const live = await listLiveVersions(policies, names, at);
  return new Map(live.map(({ version }) => [version.policy, listNames(version, 'unset')]));
}

/** Names of the parameters of one provenance, sorted. */
export function listNames({ content }: PolicyVersion, provenance: 'unset' | 'assumed'): string[] {
  return content.parameters
    .filter((parameter) => parameter.provenance === provenance)
    .map(({ name }) => name)
    .toSorted();
}
