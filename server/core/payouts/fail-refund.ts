import type { WorkingFile } from '../customers/working-file.ts';
import type { EntryDraft } from '../ledger/draft-entry.ts';
import type { Payout } from './payout.ts';
import { endPayout } from './payout-state.ts';
import { releaseRefund } from './release-refund.ts';
import { PAYOUTS_QUEUE, reopenCase } from './settle-case.ts';

/**
 * The provider refused for good: the promise is reversed, the hold released, the case reopened for a person.
 * A refusal by the provider's own approval ends as `rejected`. `at` is epoch ms. The payout must be open.
 */
export function failRefund(file: WorkingFile, payout: Payout, code: string | undefined, at: number): EntryDraft[] {
  const entries = releaseRefund(file, payout, at);
  endPayout(payout, payout.status === 'pending_approval' ? 'rejected' : 'failed', at);
  if (code !== undefined) payout.failureCode = code;
  reopenCase(file, payout.caseId, PAYOUTS_QUEUE, at);
  return entries;
}
