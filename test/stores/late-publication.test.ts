import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeCommitAgainMs } from '../../server/stores/mongo-drafts.ts';
import { buildContent, buildPolicyDraft } from '../builders/policy-draft.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const publishAt = (effectiveFrom: number, leadMs = 5_000) => ({
  version: { policy: 'late', number: 1, digest: 'd', content: buildContent({ policy: 'late' }) },
  activation: { id: 'late-1', policy: 'late', number: 1, effectiveFrom, recordedAt: 1 },
  leadMs,
});

describe('a publication whose commit nobody can confirm', () => {
  it('is asked for again only while it would still come before its instant', () => {
    const now = Date.UTC(2026, 0, 1);
    expect(computeCommitAgainMs(publishAt(now + 6_500), now)).toBe(2_500);
    expect(computeCommitAgainMs(publishAt(now + 3_600_000), now)).toBe(10_000);
    expect(computeCommitAgainMs(publishAt(now + 1_000), now)).toBe(0);
    expect(computeCommitAgainMs(undefined, now)).toBeUndefined();
  });
});

describe('a publication that was committed after its instant', () => {
  let harness: StoreHarness;
  beforeAll(async () => {
    harness = await openStoreHarness();
  });
  afterAll(() => harness.close());

  it('stands, and its approver is told so', async () => {
    const draft = buildPolicyDraft({ id: 'late.d1', policy: 'late' });
    const audit = (id: string) => ({
      id,
      action: 'policy_version.approved',
      actor: 'user/a',
      at: 1,
      subject: { type: 'policy_version', id: 'late.d1' },
    });
    await harness.stores.drafts.commit({ draft, fromRev: null, audits: [audit('e1')] });
    const approved = { ...draft, rev: 2, state: 'approved' as const };
    // A lead below zero stands for the seconds that a failover would have taken.
    const publish = publishAt(Date.now() - 1_000, -60_000);
    expect(await harness.stores.drafts.commit({ draft: approved, fromRev: 1, publish, audits: [audit('e2')] })).toBe(
      'committed',
    );
    expect(await harness.stores.policies.findVersion('late', 1)).not.toBeNull();
  });
});
