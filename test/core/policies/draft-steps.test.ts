import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import {
  acceptCase,
  acknowledgeFlips,
  approveDraft,
  checkWithdrawal,
  discardDraft,
  rejectDraft,
  saveDraft,
  submitDraft,
  withdrawSubmission,
} from '../../../server/core/policies/draft-steps.ts';
import type { Step } from '../../../server/core/policies/draft-steps.ts';
import type { PolicyDraft } from '../../../server/core/policies/draft.ts';
import { buildContent, buildPolicyDraft } from '../../builders/policy-draft.ts';

const owner = { by: 'user/owner', at: 10 };
const approver = { by: 'user/approver', at: 20 };
const REASON = 'terms of December';
const submission = { ...owner, effectiveAt: null, zone: 'UTC', reason: REASON, digest: 'd1' };
const open = { open: true, earliestAt: 100, activations: [] };
const now = { digest: 'd1', gateOpen: true, earliestAt: 100, activations: [] };
const approval = { ...approver, digest: 'd1', number: 2, effectiveFrom: 200 };
type Draft = PolicyDraft<GoldenCase>;

function take(step: Step<GoldenCase>): Draft {
  if (!step.ok) throw new Error(`${step.refusal}: ${step.detail}`);
  return step.draft;
}

const refusalOf = (step: Step<GoldenCase>): string | null => (step.ok ? null : step.refusal);
const submitted = (change: Partial<Draft> = {}): Draft => take(submitDraft(buildPolicyDraft(change), submission, open));

describe('a save', () => {
  const content = buildContent({ name: 'Other' });

  it('raises the revision, joins its author, and takes a rejected draft up again', () => {
    const rejected = take(rejectDraft(submitted(), { digest: 'd1', reason: REASON, ...approver }, 'd1'));
    const saved = take(saveDraft(rejected, { by: 'user/other', at: 30 }, { revision: 1, content, cases: [] }));
    expect(saved).toMatchObject({
      state: 'draft',
      revision: 2,
      authors: ['user/owner', 'user/other'],
      savedBy: 'user/other',
      savedAt: 30,
      content,
    });
    expect(saved.submission).toBeUndefined();
    expect(saved.rejection).toBeUndefined();
    expect(saved.rev).toBe(rejected.rev + 1);
  });

  it('of an older revision is stale; of what was submitted, approved or discarded it is out of place', () => {
    expect(refusalOf(saveDraft(buildPolicyDraft({ revision: 3 }), owner, { revision: 2, content, cases: [] }))).toBe(
      'stale',
    );
    for (const state of ['submitted', 'approved', 'discarded'] as const) {
      expect(refusalOf(saveDraft(buildPolicyDraft({ state }), owner, { revision: 1, content, cases: [] }))).toBe(
        'wrong_state',
      );
    }
  });

  it('that writes a case of its own gives up what was accepted under that name', () => {
    const accepted = take(acceptCase(buildPolicyDraft(), owner, { caseName: 'one', expect: {}, reason: REASON }));
    const own = {
      name: 'one',
      claim: { about: 'order', reason: 'other' },
      expect: { disposition: 'referred', reasonCode: 'X', rule: null },
    } as GoldenCase;
    expect(take(saveDraft(accepted, owner, { revision: 1, content, cases: [own] })).accepted).toEqual([]);
  });
});

describe('flips and cases', () => {
  it('are settled once each, and whoever settles them has a hand in the change', () => {
    const seen = take(
      acknowledgeFlips(take(acknowledgeFlips(buildPolicyDraft(), approver, ['a', 'a', 'b'])), owner, ['b', 'c']),
    );
    expect(seen.acknowledgements).toEqual([
      { flipId: 'a', ...approver },
      { flipId: 'b', ...approver },
      { flipId: 'c', ...owner },
    ]);
    expect(seen.authors).toEqual(['user/owner', 'user/approver']);
  });

  it('need a reason to be accepted, and a draft to be accepted in', () => {
    expect(
      refusalOf(acceptCase(buildPolicyDraft(), owner, { caseName: 'one', expect: {}, reason: '   short  ' })),
    ).toBe('reason_missing');
    expect(refusalOf(acceptCase(submitted(), owner, { caseName: 'one', expect: {}, reason: REASON }))).toBe(
      'wrong_state',
    );
    expect(refusalOf(acknowledgeFlips(submitted(), owner, ['a']))).toBe('wrong_state');
    const twice = take(
      acceptCase(take(acceptCase(buildPolicyDraft(), owner, { caseName: 'one', expect: 1, reason: REASON })), owner, {
        caseName: 'one',
        expect: 2,
        reason: REASON,
      }),
    );
    expect(twice.accepted.map((one) => one.expect)).toEqual([2]);
  });
});

describe('a submission', () => {
  it('needs an open gate, a reason and an instant that can still be met', () => {
    const draft = buildPolicyDraft();
    expect(refusalOf(submitDraft(draft, submission, { ...open, open: false }))).toBe('gate_closed');
    expect(refusalOf(submitDraft(draft, { ...submission, reason: 'because' }, open))).toBe('reason_missing');
    expect(refusalOf(submitDraft(draft, { ...submission, effectiveAt: 99 }, open))).toBe('too_soon');
    expect(refusalOf(submitDraft(draft, { ...submission, effectiveAt: 100 }, open))).toBeNull();
    expect(refusalOf(submitDraft(submitted(), submission, open))).toBe('wrong_state');
  });

  it('that is withdrawn is a draft again, and nothing of it is left to approve', () => {
    const back = take(withdrawSubmission(submitted(), owner));
    expect(back.state).toBe('draft');
    expect(back.submission).toBeUndefined();
    expect(refusalOf(withdrawSubmission(back, owner))).toBe('wrong_state');
    expect(refusalOf(approveDraft(back, approval, now))).toBe('wrong_state');
  });
});

describe('an approval', () => {
  it('holds for exactly the digest that was read, by somebody without a hand in it', () => {
    expect(take(approveDraft(submitted(), approval, now))).toMatchObject({ state: 'approved', approval });
    expect(refusalOf(approveDraft(submitted(), approval, { ...now, digest: 'd2' }))).toBe('digest_moved');
    expect(refusalOf(approveDraft(submitted(), { ...approval, by: 'user/owner' }, now))).toBe('author_approves');
    expect(refusalOf(approveDraft(submitted({ authors: ['user/owner', 'user/approver'] }), approval, now))).toBe(
      'author_approves',
    );
    expect(refusalOf(approveDraft(submitted(), approval, { ...now, gateOpen: false }))).toBe('gate_closed');
    expect(refusalOf(approveDraft(submitted(), { ...approval, effectiveFrom: 99 }, now))).toBe('too_soon');
    expect(refusalOf(approveDraft(submitted({ origin: 'emergency' }), approval, now))).toBe('wrong_state');
    expect(refusalOf(approveDraft(take(approveDraft(submitted(), approval, now)), approval, now))).toBe('wrong_state');
  });

  it('is refused with a reason, of the same digest, by somebody without a hand in it', () => {
    const rejection = { ...approver, digest: 'd1', reason: REASON };
    expect(refusalOf(rejectDraft(submitted(), rejection, 'd2'))).toBe('digest_moved');
    expect(refusalOf(rejectDraft(submitted(), { ...rejection, reason: 'no' }, 'd1'))).toBe('reason_missing');
    expect(refusalOf(rejectDraft(submitted(), { ...rejection, by: 'user/owner' }, 'd1'))).toBe('author_approves');
    expect(refusalOf(rejectDraft(buildPolicyDraft(), rejection, 'd1'))).toBe('wrong_state');
  });
});

describe('a version that is not live yet', () => {
  const approved = take(approveDraft(submitted(), { ...approval, effectiveFrom: 50_000 }, now));
  const activations = [
    { id: 'a1', policy: 'anumi', number: 1, effectiveFrom: 0, recordedAt: 0 },
    { id: 'a2', policy: 'anumi', number: 2, effectiveFrom: 50_000, recordedAt: 20 },
  ];

  it('can be taken back until every process may have read of it', () => {
    expect(checkWithdrawal(approved, activations, 45_000, 5_000).ok).toBe(true);
    expect(checkWithdrawal(approved, activations, 45_001, 5_000)).toMatchObject({ refusal: 'too_late' });
    expect(checkWithdrawal(approved, activations, 50_000, 5_000)).toMatchObject({ refusal: 'wrong_state' });
    const withdrawn = [
      ...activations,
      { id: 'a3', policy: 'anumi', number: 2, effectiveFrom: 50_000, recordedAt: 30, withdraws: 'a2' },
    ];
    expect(checkWithdrawal(approved, withdrawn, 40, 5_000)).toMatchObject({ refusal: 'wrong_state' });
    expect(checkWithdrawal(buildPolicyDraft(), activations, 40, 5_000)).toMatchObject({ refusal: 'wrong_state' });
  });

  it('is taken back after those that were made from it', () => {
    const third = { id: 'a3', policy: 'anumi', number: 3, effectiveFrom: 60_000, recordedAt: 30 };
    expect(checkWithdrawal(approved, [...activations, third], 40, 5_000)).toMatchObject({
      refusal: 'wrong_state',
      detail: 'Version 3 was made from this one. Withdraw that one first.',
    });
    const withdrawn = { ...third, id: 'a4', recordedAt: 35, withdraws: 'a3' };
    expect(checkWithdrawal(approved, [...activations, third, withdrawn], 40, 5_000).ok).toBe(true);
  });
});

describe('a draft that is put away', () => {
  it('stays so; what waits for approval is withdrawn first', () => {
    const gone = take(discardDraft(buildPolicyDraft(), owner));
    expect(gone).toMatchObject({ state: 'discarded', closing: owner });
    expect(refusalOf(discardDraft(gone, owner))).toBe('wrong_state');
    expect(refusalOf(discardDraft(submitted(), owner))).toBe('wrong_state');
  });
});
