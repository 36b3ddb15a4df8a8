import { digestContent } from '../../core/policies/submission-digest.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { DraftChange } from '../../ports/drafts.ts';
import { ACTIVATION_LEAD_MS } from '../../core/policies/activation-lead.ts';
import type { DraftDeps } from './draft-deps.ts';

/** The version and the activation that an approval publishes; instants are epoch ms. */
export function planPublication(
  deps: Pick<DraftDeps, 'ids'>,
  content: PolicyContent,
  at: { readonly number: number; readonly effectiveFrom: number; readonly recordedAt: number },
): NonNullable<DraftChange['publish']> {
  const { policy } = content;
  return {
    version: { policy, number: at.number, digest: digestContent(content), content },
    activation: { id: deps.ids.next(), policy, ...at },
    leadMs: ACTIVATION_LEAD_MS,
  };
}
