import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { Policies } from '../../ports/policies.ts';

/** Programs that have a policy; the statutory floor is none. */
export async function listPrograms(policies: Pick<Policies, 'listPolicies'>): Promise<string[]> {
  return (await policies.listPolicies()).filter((policy) => policy !== FLOOR_POLICY);
}
