import { describe, expect, it } from 'vitest';
import { deriveWalletFacts } from '../../../server/core/facts/derive-wallet-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { selectFactSources } from '../../../server/core/facts/select-fact-sources.ts';
import { buildCaseRecord, DECIDED_AT } from '../../builders/case-record.ts';

const derive = (record: ReturnType<typeof buildCaseRecord>) =>
  deriveWalletFacts(record, selectFactSources(record).wallet);

describe('wallet facts', () => {
  it('say so by kind, where the record names the kinds', () => {
    const facts = derive(buildCaseRecord({ wallet: { historyTruncated: true, truncated: ['moderation'] } }));
    expect(facts).toMatchObject({
      courtesyGrantedAt: { truncated: false },
      moderationRestoredAt: { truncated: true },
      qualityRefundedAt: { truncated: false },
    });
  });

  it('keep each kind of grant apart, seen from the decision', () => {
    const record = buildCaseRecord({
      wallet: { courtesyGrantedAt: [1], moderationRestoredAt: [2, 3], qualityRefundedAt: [], historyTruncated: true },
    });
    expect(derive(record)).toEqual({
      courtesyGrantedAt: { instants: [1], at: DECIDED_AT, truncated: true },
      moderationRestoredAt: { instants: [2, 3], at: DECIDED_AT, truncated: true },
      qualityRefundedAt: { instants: [], at: DECIDED_AT, truncated: true },
    });
  });

  it("take their bounds from the wallet's history, not the customer's", () => {
    const record = buildCaseRecord({ customer: { historyTruncated: true } });
    expect(derive(record).courtesyGrantedAt).toEqual({ instants: [], at: DECIDED_AT, truncated: false });
  });

  it('are unknown where no wallet is recorded', () => {
    expect(derive(buildCaseRecord({ wallet: undefined }))).toEqual({
      courtesyGrantedAt: UNKNOWN,
      moderationRestoredAt: UNKNOWN,
      qualityRefundedAt: UNKNOWN,
    });
  });
});
