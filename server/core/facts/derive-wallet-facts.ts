import type { GrantKind } from '../customers/customer-file.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { deriveTimeline } from './derive-customer-facts.ts';
import { UNKNOWN, type FactValue } from './fact-value.ts';
import type { FactSources } from './select-fact-sources.ts';

/** Facts about the wallet concerned: the grants that count against caps. */
export interface WalletFacts {
  readonly courtesyGrantedAt: FactValue;
  readonly moderationRestoredAt: FactValue;
  readonly qualityRefundedAt: FactValue;
}

/** Derives the wallet's facts; all unknown where no wallet is recorded. */
export function deriveWalletFacts(record: CaseRecord, wallet: FactSources['wallet']): WalletFacts {
  if (typeof wallet === 'symbol') {
    return { courtesyGrantedAt: UNKNOWN, moderationRestoredAt: UNKNOWN, qualityRefundedAt: UNKNOWN };
  }
  const lacks = (kind: GrantKind): boolean =>
    wallet.historyTruncated && (wallet.truncated === undefined || wallet.truncated.includes(kind));
  return {
    courtesyGrantedAt: deriveTimeline(wallet.courtesyGrantedAt, record.at, lacks('courtesy')),
    moderationRestoredAt: deriveTimeline(wallet.moderationRestoredAt, record.at, lacks('moderation')),
    qualityRefundedAt: deriveTimeline(wallet.qualityRefundedAt, record.at, lacks('quality')),
  };
}
