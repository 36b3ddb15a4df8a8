import { describe, expect, it } from 'vitest';
import { countSpendable, holdUnheld, releaseHold, takeOverHolds } from '../../../server/core/ledger/hold-credits.ts';
import type { WorkingFile } from '../../../server/core/customers/working-file.ts';
import { failRefund } from '../../../server/core/payouts/fail-refund.ts';
import { reverseRefund } from '../../../server/core/payouts/reverse-refund.ts';
import { settleRefund } from '../../../server/core/payouts/settle-refund.ts';
import { buildRefund, foldAccounts, restoreLate } from '../../builders/refund.ts';
import { buildEvent, charged, NOON, play } from '../../builders/working-file.ts';

const LATER = NOON + 60_000;
const BEFORE_REFUND = { sales: -999, 'provider/sandbox': 999, credits_issued: -100, 'lot/o': 100 };
const LOST = [
  buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' }),
  buildEvent('dispute.closed', { disputeId: 'x', orderId: 'o', outcome: 'lost' }),
] as const;

function spendable(file: WorkingFile): number {
  const lot = file.findLot('o');
  return lot === undefined ? -1 : countSpendable(lot);
}

describe('a refund that failed for good', () => {
  it('reverses the promise, releases the hold and gives the case to a person', () => {
    const { file, payout, entries } = buildRefund();
    const failed = failRefund(file, payout, 'refused', LATER);
    expect(file.findOrder('o')).toMatchObject({
      refundingMinor: 0,
      refundedMinor: 0,
      refundsReversed: 1,
      cashSettled: false,
    });
    expect(spendable(file)).toBe(100);
    expect(payout).toMatchObject({ status: 'failed', failureCode: 'refused' });
    expect(file.cases.get('case')).toMatchObject({
      status: 'in_review',
      queue: 'payouts',
      effects: [{ state: 'reversed' }],
    });
    expect(file.customer.openCases).toMatchObject([{ caseId: 'case', subjectId: 'o', status: 'in_review' }]);
    expect(file.customer.cashDecisions).toMatchObject([{ decisionId: 'd1', reversed: true }]);
    expect(failed).toMatchObject([
      { key: 'unpromise/refund/anumi/o/0', kind: 'refund_reversed', reverses: 'post/d1/0' },
    ]);
    expect(foldAccounts([...entries, ...failed])).toEqual(BEFORE_REFUND);
  });

  it('ends as rejected where the provider had it in approval', () => {
    const { file, payout } = buildRefund();
    payout.status = 'pending_approval';
    failRefund(file, payout, undefined, LATER);
    expect(payout.status).toBe('rejected');
  });

  it('leaves the credits to an open dispute', () => {
    const { file, payout } = buildRefund();
    play(file, buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' }));
    failRefund(file, payout, 'refused', LATER);
    expect(spendable(file)).toBe(0);
    expect(file.findLot('o')?.holds).toEqual([{ by: 'dispute/x', credits: 100 }]);
  });

  it('voids the credits where the provider returned the whole price on its own meanwhile', () => {
    const { file, payout, entries } = buildRefund();
    const outcome = play(
      file,
      buildEvent('order.refunded_externally', {
        orderId: 'o',
        amountMinor: 999,
        currency: 'EUR',
        providerRefundId: 're',
      }),
    );
    if (outcome.status === 'applied') entries.push(...outcome.entries);
    const failed = failRefund(file, payout, 'already_refunded', LATER);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 100, held: 0 });
    expect(foldAccounts([...entries, ...failed])).toEqual({
      sales: -999,
      refunds: 999,
      credits_issued: -100,
      credits_voided: 100,
    });
  });

  it('voids credits that came back while it was under way, where a lost dispute paid the customer', () => {
    const { file, payout, entries } = buildRefund({}, charged({ credits: 30 }));
    payout.status = 'submitted';
    entries.push(...restoreLate(file, ...LOST));
    expect(file.findLot('o')).toMatchObject({ remaining: 30 });
    const failed = failRefund(file, payout, 'refused', LATER);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, held: 0, voided: 100 });
    expect(foldAccounts([...entries, ...failed])).toEqual({
      sales: -999,
      chargebacks: 999,
      credits_issued: -100,
      credits_voided: 100,
    });
  });

  it('gives its hold back to the review from which it was taken over', () => {
    const { file, payout } = buildReviewed();
    failRefund(file, payout, 'refused', LATER);
    expect(file.findLot('o')).toMatchObject({ held: 100, holds: [{ by: 'decision/d0', credits: 100 }] });
    expect(spendable(file)).toBe(0);
  });
});

/** A refund whose credits a review (decision `d0`) had set aside before. */
function buildReviewed() {
  const refund = buildRefund();
  const lot = refund.file.editLot('o');
  releaseHold(lot, 'decision/d1');
  holdUnheld(lot, 'decision/d0');
  takeOverHolds(lot, 'decision/d1');
  expect(lot.holds).toMatchObject([{ by: 'decision/d1', credits: 100 }]);
  return refund;
}

describe('a refund that failed after it had settled', () => {
  it('reverses money and promise and gives the voided credits back', () => {
    const { file, payout, entries } = buildRefund();
    const settled = settleRefund(file, payout, LATER);
    const reversed = reverseRefund(file, payout, 'returned', LATER + 1);
    expect(file.findOrder('o')).toMatchObject({
      refundedMinor: 0,
      refundingMinor: 0,
      refundsReversed: 1,
      cashSettled: false,
    });
    expect(file.findOrder('o')).not.toHaveProperty('firstRefundedAt');
    expect(file.findLot('o')).toMatchObject({ remaining: 100, voided: 0 });
    expect(payout).toMatchObject({ status: 'reversed', failureCode: 'returned' });
    expect(file.cases.get('case')).toMatchObject({ status: 'in_review', effects: [{ state: 'reversed' }] });
    expect(file.cases.get('case')).not.toHaveProperty('closure');
    expect(reversed.map((entry) => [entry.kind, entry.reverses])).toEqual([
      ['refund_reversed', 'settle/refund/anumi/o/0'],
      ['refund_reversed', 'post/d1/0'],
      ['void_reversed', 'void/refund/anumi/o/0'],
    ]);
    expect(foldAccounts([...entries, ...settled, ...reversed])).toEqual(BEFORE_REFUND);
  });

  it('keeps the credits void where a lost dispute paid the customer', () => {
    const { file, payout } = buildRefund();
    settleRefund(file, payout, LATER);
    play(
      file,
      buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' }),
      buildEvent('dispute.closed', { disputeId: 'x', orderId: 'o', outcome: 'lost' }),
    );
    const reversed = reverseRefund(file, payout, 'returned', LATER + 1);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 100 });
    expect(reversed.map((entry) => entry.kind)).not.toContain('void_reversed');
  });

  it('gives credits that came back to the review from which its hold was taken over', () => {
    const { file, payout } = buildReviewed();
    settleRefund(file, payout, LATER);
    expect(file.findLot('o')).toMatchObject({ held: 0, holds: [], remaining: 0 });
    reverseRefund(file, payout, 'returned', LATER + 1);
    expect(file.findLot('o')).toMatchObject({ holds: [{ by: 'decision/d0', credits: 100 }], remaining: 100 });
    expect(spendable(file)).toBe(0);
  });

  it('sets the credits that came back aside for an open dispute', () => {
    const { file, payout } = buildRefund();
    settleRefund(file, payout, LATER);
    play(file, buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' }));
    reverseRefund(file, payout, undefined, LATER + 1);
    expect(spendable(file)).toBe(0);
    expect(file.findLot('o')?.held).toBe(100);
  });
});
