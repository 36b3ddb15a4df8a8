import { describe, expect, it } from 'vitest';
import { deriveStatus, listScheduled, wasLive } from '../../../server/core/policies/draft.ts';
import type { Activation } from '../../../server/core/policies/policy-version.ts';
import { digestSubmission } from '../../../server/core/policies/submission-digest.ts';
import type { SubmissionFrame } from '../../../server/core/policies/submission-digest.ts';
import { buildContent, buildPolicyDraft } from '../../builders/policy-draft.ts';

const activation = (number: number, effectiveFrom: number, change: Partial<Activation> = {}): Activation => ({
  id: `a${number}`,
  policy: 'anumi',
  number,
  effectiveFrom,
  recordedAt: 0,
  ...change,
});
const ACTIVATIONS = [activation(1, 0), activation(2, 100), activation(3, 200)];
const approved = (number: number, effectiveAt: number | null) =>
  buildPolicyDraft({
    state: 'approved',
    approval: { digest: 'd', by: 'user/b', at: 0, number, effectiveFrom: effectiveAt ?? 100 },
    submission: { effectiveAt, zone: 'UTC', reason: 'because of it', digest: 'd', by: 'user/a', at: 0 },
  });

describe('where an approved version stands', () => {
  it('follows from its activation and the time alone', () => {
    expect([0, 99, 100, 199, 200].map((now) => deriveStatus(approved(2, 100), ACTIVATIONS, now))).toEqual([
      'scheduled',
      'scheduled',
      'live',
      'live',
      'retired',
    ]);
    expect(deriveStatus(approved(2, null), ACTIVATIONS, 99)).toBe('approved');
  });

  it('is withdrawn once its activation was taken back', () => {
    const back = [...ACTIVATIONS, activation(2, 100, { id: 'w', withdraws: 'a2' })];
    expect(deriveStatus(approved(2, 100), back, 150)).toBe('withdrawn');
    expect(listScheduled(back, 50).map((one) => one.number)).toEqual([3]);
  });

  it('counts as live once only where it was in force', () => {
    expect([1, 2, 3].map((number) => wasLive(number, ACTIVATIONS, 150))).toEqual([true, true, false]);
    const overtaken = [activation(1, 0), activation(2, 100), activation(3, 100)];
    expect(wasLive(2, overtaken, 150)).toBe(false);
    expect(wasLive(9, overtaken, 150)).toBe(false);
  });
});

describe('the digest of a submission', () => {
  const frame: SubmissionFrame = {
    replaces: { number: 1, digest: 'x' },
    scheduled: [],
    effectiveAt: null,
    reason: 'because of it',
    submittedAt: 5,
    submittedBy: 'user/a',
    results: { flips: ['f'] },
  };
  const digest = digestSubmission(buildPolicyDraft(), frame);

  it('is that of content, cases, instant and results, and of nothing that does not matter', () => {
    expect(digestSubmission(buildPolicyDraft({ changedAt: 99, changedBy: 'user/z', rev: 9 }), frame)).toBe(digest);
    for (const draft of [
      buildPolicyDraft({ content: buildContent({ name: 'Other' }) }),
      buildPolicyDraft({ revision: 2 }),
      buildPolicyDraft({ basedOn: 2 }),
      buildPolicyDraft({ accepted: [{ caseName: 'c', expect: 1, reason: 'r', by: 'user/a', at: 0 }] }),
      buildPolicyDraft({ acknowledgements: [{ flipId: 'f', by: 'user/a', at: 0 }] }),
    ])
      expect(digestSubmission(draft, frame)).not.toBe(digest);
    const others: Partial<SubmissionFrame>[] = [
      { replaces: { number: 2, digest: 'x' } },
      { effectiveAt: 7 },
      { reason: 'because of that' },
      { submittedAt: 6 },
      { submittedBy: 'user/b' },
      { results: { flips: [] } },
      { scheduled: [[3, 9]] },
    ];
    for (const other of others) expect(digestSubmission(buildPolicyDraft(), { ...frame, ...other })).not.toBe(digest);
  });
});
