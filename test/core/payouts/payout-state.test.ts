import { describe, expect, it } from 'vitest';
import { PAYOUT_STATUSES } from '../../../server/core/payouts/payout.ts';
import {
  checkCreateAllowed,
  computePollAt,
  computeSendAt,
  isOpen,
  isSendable,
  recordEmptyLookUp,
  recordInterim,
} from '../../../server/core/payouts/payout-state.ts';
import { buildPayout } from '../../builders/refund.ts';
import { NOON } from '../../builders/working-file.ts';

const MINUTE = 60_000;

describe('when a payout may be sent', () => {
  it('is at once while nothing was sent, and after the lease of a holder who is gone', () => {
    expect(computeSendAt(buildPayout(), false)).toBe(NOON);
    const held = buildPayout({ status: 'sending', leaseUntil: NOON + 30_000 });
    expect(computeSendAt(held, true)).toBe(NOON + 30_000);
    expect(computeSendAt(held, false)).toBe(NOON + 30_000 + MINUTE);
  });

  it('is later with every attempt while the outcome is unknown, and never sooner than a minute without a key', () => {
    const at = (attempts: number, takesKey: boolean) =>
      computeSendAt(buildPayout({ status: 'unknown', attempts }), takesKey) - NOON;
    expect([1, 2, 3, 99].map((attempts) => at(attempts, true))).toEqual([5_000, 10_000, 20_000, 600_000]);
    expect([1, 6].map((attempts) => at(attempts, false))).toEqual([MINUTE, 160_000]);
  });
});

it('creates again without a key only after two empty look-ups', () => {
  const payout = buildPayout({ status: 'sending', attempts: 2 });
  expect(checkCreateAllowed(payout, true, false)).toBe(true);
  expect(checkCreateAllowed(payout, false, true)).toBe(true);
  expect(checkCreateAllowed(payout, false, false)).toBe(false);
  recordEmptyLookUp(payout, NOON + 5);
  expect(payout).toMatchObject({ status: 'unknown', emptyLookUps: 1, lookedUpAt: NOON + 5, updatedAt: NOON + 5 });
  expect(checkCreateAllowed(payout, false, false)).toBe(true);
});

it('records what decides nothing yet, and remembers when it was first submitted', () => {
  const payout = buildPayout({ status: 'sending' });
  recordInterim(payout, { state: 'unknown' }, NOON + 1);
  expect(payout).toMatchObject({ status: 'unknown', updatedAt: NOON + 1 });
  expect(payout).not.toHaveProperty('submittedAt');
  recordInterim(payout, { state: 'pending_approval', code: 'review' }, NOON + 2);
  recordInterim(payout, { state: 'submitted' }, NOON + 3);
  expect(payout).toMatchObject({
    status: 'submitted',
    submittedAt: NOON + 2,
    failureCode: 'review',
  });
});

it('asks about an accepted refund ever more rarely', () => {
  const after = (ageMs: number) =>
    computePollAt(buildPayout({ submittedAt: NOON, updatedAt: NOON + ageMs })) - NOON - ageMs;
  expect([0, 20_000, MINUTE, 86_400_000].map(after)).toEqual([5_000, 5_000, 15_000, 3_600_000]);
});

it('knows every status', () => {
  expect(PAYOUT_STATUSES.filter(isOpen)).toEqual([
    'queued',
    'sending',
    'submitted',
    'pending_approval',
    'requires_action',
    'unknown',
  ]);
  expect(PAYOUT_STATUSES.filter(isSendable)).toEqual(['queued', 'sending', 'unknown']);
});
