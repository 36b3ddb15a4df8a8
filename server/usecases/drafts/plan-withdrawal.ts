import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import type { Activation } from '../../core/policies/policy-version.ts';
import type { Withdrawal } from '../../ports/drafts.ts';
import type { DraftDeps } from './draft-deps.ts';

/** The record that takes an activation back; activations are never changed. `recordedAt` is epoch ms. */
export function planWithdrawal(deps: Pick<DraftDeps, 'ids'>, own: Activation, recordedAt: number): Withdrawal {
  const { id, policy, number, effectiveFrom } = own;
  return {
    activation: { id: deps.ids.next(), policy, number, effectiveFrom, recordedAt, withdraws: id },
    effectiveFrom,
    leadMs: ACTIVATION_LEAD_MS,
  };
}
