import { describe, expect, it } from 'vitest';
import { cancelRefund, checkStanding } from '../../../server/core/payouts/cancel-refund.ts';
import { PAYOUT_STATUSES } from '../../../server/core/payouts/payout.ts';
import { buildRefund, foldAccounts } from '../../builders/refund.ts';
import { buildEvent, NOON, play } from '../../builders/working-file.ts';

const opened = () => buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' });
const closed = (outcome: 'won' | 'lost') => buildEvent('dispute.closed', { disputeId: 'x', orderId: 'o', outcome });
const refunded = (amountMinor: number) =>
  buildEvent('order.refunded_externally', { orderId: 'o', amountMinor, currency: 'EUR', providerRefundId: 're' });

describe('the standing of a payout that was not sent', () => {
  it.each([
    ['send', []],
    ['park', [opened()]],
    ['send', [opened(), closed('won')]],
    ['cancel', [opened(), closed('lost')]],
    ['cancel', [refunded(1)]],
    ['cancel', [refunded(999)]],
  ] as const)('is to %s (%#)', (standing, events) => {
    const { file, payout } = buildRefund();
    for (const event of events) play(file, event);
    expect(checkStanding(file, payout)).toBe(standing);
  });
});

describe('cancelling', () => {
  it('takes the promise back and gives the case to a person where the customer has only part of the price', () => {
    const { file, payout, entries } = buildRefund();
    const cancelled = cancelRefund(file, payout, NOON + 1);
    expect(payout.status).toBe('cancelled');
    expect(file.findOrder('o')).toMatchObject({ refundingMinor: 0, refundsReversed: 1 });
    expect(file.cases.get('case')).toMatchObject({
      status: 'in_review',
      queue: 'payouts',
      effects: [{ state: 'reversed' }],
    });
    expect(foldAccounts([...entries, ...(cancelled ?? [])])).toEqual({
      sales: -999,
      'provider/sandbox': 999,
      credits_issued: -100,
      'lot/o': 100,
    });
  });

  it('ends the case as already paid where the customer has the whole price', () => {
    const { file, payout } = buildRefund();
    play(file, refunded(999));
    cancelRefund(file, payout, NOON + 1);
    expect(file.cases.get('case')).toMatchObject({ status: 'closed', closure: 'already_paid' });
    expect(file.customer.openCases).toEqual([]);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 100 });
  });

  it.each(PAYOUT_STATUSES.filter((status) => status !== 'queued'))('is too late once the payout is %s', (status) => {
    const { file, payout } = buildRefund();
    payout.status = status;
    expect(cancelRefund(file, payout, NOON + 1)).toBeNull();
    expect(file.findOrder('o')?.refundingMinor).toBe(999);
    expect(payout.status).toBe(status);
  });
});
