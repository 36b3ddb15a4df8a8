import { describe, expect, it } from 'vitest';
import { countSpendable } from '../../../server/core/ledger/hold-credits.ts';
import { failRefund } from '../../../server/core/payouts/fail-refund.ts';
import { noteRefundId } from '../../../server/core/payouts/note-refund-id.ts';
import { reverseRefund } from '../../../server/core/payouts/reverse-refund.ts';
import { settleRefund } from '../../../server/core/payouts/settle-refund.ts';
import { buildRefund, type Refund } from '../../builders/refund.ts';
import { buildEvent, buildFile, charged, NOON, orderPaid, play } from '../../builders/working-file.ts';

const external = (amountMinor: number, currency = 'EUR') =>
  buildEvent('order.refunded_externally', { orderId: 'o', amountMinor, currency, providerRefundId: `r${amountMinor}` });
const opened = buildEvent('dispute.opened', { disputeId: 'd', orderId: 'o' });
const closed = (outcome: 'won' | 'lost') =>
  buildEvent('dispute.closed', { disputeId: 'd', orderId: 'o', outcome }, NOON + 5_000);

describe('order.payment_error', () => {
  it('marks a duplicate whose other order is known', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ orderId: 'first' }),
      orderPaid(),
      buildEvent('order.payment_error', { orderId: 'o', errorRef: 'e', duplicateOfOrderId: 'first' }),
    );
    expect(file.findOrder('o')?.duplicateOfOrderId).toBe('first');
  });

  it('refuses the duplicate of a duplicate, so that one order always stays', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ orderId: 'first' }),
      orderPaid(),
      buildEvent('order.payment_error', { orderId: 'o', errorRef: 'e', duplicateOfOrderId: 'first' }),
    );
    expect(
      play(file, buildEvent('order.payment_error', { orderId: 'first', errorRef: 'e', duplicateOfOrderId: 'o' })),
    ).toMatchObject({ code: 'DUPLICATE_OF_DUPLICATE' });
    expect(
      play(file, buildEvent('order.payment_error', { orderId: 'first', errorRef: 'e', duplicateOfOrderId: 'first' })),
    ).toMatchObject({ code: 'DUPLICATE_OF_DUPLICATE' });
  });

  it('waits for every order that it names', () => {
    expect(
      play(
        buildFile(),
        buildEvent('order.payment_error', { orderId: 'o', errorRef: 'e', duplicateOfOrderId: 'first' }),
      ),
    ).toMatchObject({ status: 'waiting', waitsFor: ['order/anumi/o', 'order/anumi/first'] });
  });
});

describe('order.refunded_externally', () => {
  it('in full voids what remains of the lot', () => {
    const file = buildFile();
    const outcome = play(file, orderPaid(), charged(), external(999));
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 95 });
    expect(outcome).toMatchObject({ entries: [{ kind: 'refunded_externally' }, { kind: 'credits_voided' }] });
    expect(outcome).not.toHaveProperty('attention');
  });

  it('in part voids nothing and asks a person to look', () => {
    const file = buildFile();
    expect(play(file, orderPaid(), external(400))).toMatchObject({ attention: { code: 'PARTIAL_EXTERNAL_REFUND' } });
    expect(file.findLot('o')).toMatchObject({ remaining: 100, voided: 0 });
  });

  it('in excess always posts and says by how much', () => {
    const file = buildFile();
    expect(play(file, orderPaid(), external(1_500))).toMatchObject({
      attention: { code: 'OVER_REFUNDED', message: 'Order o gave 5.01 EUR back beyond what was paid.' },
    });
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 1_500, overRefundedMinor: 501 });
  });

  it('counts one refund once, under whatever events it comes', () => {
    const file = buildFile();
    play(file, orderPaid(), external(400));
    expect(play(file, external(400))).toMatchObject({ status: 'rejected', code: 'ALREADY_EXISTS' });
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 400, externalRefundIds: ['r400'] });
    play(file, external(599));
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 999, externalRefundIds: ['r400', 'r599'] });
  });

  it('that is our own moves nothing, and is looked at where its amount differs', () => {
    const { file, payout } = buildRefund();
    noteRefundId(file, payout, 'r999', NOON);
    noteRefundId(file, payout, 'r999', NOON);
    expect(file.findOrder('o')?.ownRefunds).toEqual([{ id: 'r999', amountMinor: 999 }]);
    expect(play(file, external(999))).toEqual({ status: 'applied', entries: [], arrived: [] });
    file.editOrder('o').ownRefunds = [{ id: 'r999', amountMinor: 900 }];
    expect(play(file, external(999))).toMatchObject({
      entries: [],
      attention: {
        code: 'OWN_REFUND_DIFFERS',
        message: expect.stringMatching('over 9.00 EUR; reported are 9.99 EUR.'),
      },
    });
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 0, overRefundedMinor: 0 });
  });

  it.each([
    ['failed', (refund: Refund) => failRefund(refund.file, refund.payout, 'refused', NOON + 1)],
    [
      'was reversed',
      (refund: Refund) => {
        settleRefund(refund.file, refund.payout, NOON + 1);
        reverseRefund(refund.file, refund.payout, 'returned', NOON + 2);
      },
    ],
  ])('that is our own and %s here is booked once and looked at, should it be paid after all', (_how, end) => {
    const refund = buildRefund();
    noteRefundId(refund.file, refund.payout, 'r999', NOON);
    end(refund);
    expect(play(refund.file, external(999))).toMatchObject({
      entries: [{ kind: 'refunded_externally' }, { kind: 'credits_voided' }],
      attention: { code: 'OWN_REFUND_PAID_AFTER_ALL' },
    });
    expect(refund.file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 999, overRefundedMinor: 0 });
    expect(refund.file.findLot('o')).toMatchObject({ remaining: 0, voided: 100 });
    expect(play(refund.file, external(999))).toMatchObject({ status: 'rejected', code: 'ALREADY_EXISTS' });
  });

  it('after a lost dispute is in excess', () => {
    const file = buildFile();
    expect(play(file, orderPaid(), opened, closed('lost'), external(999))).toMatchObject({
      attention: { code: 'OVER_REFUNDED' },
    });
    expect(file.findOrder('o')?.overRefundedMinor).toBe(999);
  });

  it('refuses another currency than was paid', () => {
    expect(play(buildFile(), orderPaid(), external(999, 'USD'))).toMatchObject({ code: 'CURRENCY_MISMATCH' });
  });
});

describe('disputes', () => {
  it('hold the lot while open, and let go when won', () => {
    const file = buildFile();
    play(file, orderPaid(), opened);
    expect(file.findLot('o')).toMatchObject({ held: 100, holds: [{ by: 'dispute/d', credits: 100 }] });
    expect(play(file, closed('won'))).toMatchObject({ entries: [], arrived: ['wallet/anumi/w'] });
    expect(file.findLot('o')).toMatchObject({ held: 0, holds: [], remaining: 100 });
  });

  it('keep the lot as long as one of them is open', () => {
    const file = buildFile();
    play(file, orderPaid(), opened, buildEvent('dispute.opened', { disputeId: 'e', orderId: 'o' }));
    play(file, closed('won'));
    expect(file.findLot('o')).toMatchObject({ held: 100, holds: [{ by: 'dispute/e', credits: 100 }] });
    play(file, buildEvent('dispute.closed', { disputeId: 'e', orderId: 'o', outcome: 'won' }));
    expect(file.findLot('o')).toMatchObject({ held: 0, holds: [] });
  });

  it('when lost void the lot and record the money that was taken back', () => {
    const file = buildFile();
    const outcome = play(file, orderPaid(), charged(), opened, closed('lost'));
    expect(file.findLot('o')).toMatchObject({ remaining: 0, held: 0, voided: 95 });
    expect(outcome).toMatchObject({
      entries: [
        {
          kind: 'dispute_lost',
          postings: [
            { amount: -95 },
            { amount: 95 },
            { account: 'provider/sandbox', amount: -999 },
            { account: 'chargebacks', amount: 999 },
          ],
        },
      ],
    });
  });

  it('that are lost take the price once, less what was returned before', () => {
    const file = buildFile();
    const second = { disputeId: 'e', orderId: 'o' };
    play(file, orderPaid(), external(400), opened, buildEvent('dispute.opened', second), closed('lost'));
    expect(file.findOrder('o')).toMatchObject({ chargedBackMinor: 599, overRefundedMinor: 0 });
    expect(play(file, buildEvent('dispute.closed', { ...second, outcome: 'lost' }))).toMatchObject({ entries: [] });
    expect(file.findOrder('o')).toMatchObject({ chargedBackMinor: 599, overRefundedMinor: 0 });
  });

  it('that were not seen opening make their closing wait', () => {
    expect(play(buildFile(), orderPaid(), closed('won'))).toMatchObject({
      status: 'waiting',
      waitsFor: ['dispute/anumi/d'],
    });
  });

  it('leave a lot whose credits are all held with nothing to spend', () => {
    const file = buildFile();
    play(file, orderPaid(), opened);
    const lot = file.findLot('o');
    expect(lot === undefined ? -1 : countSpendable(lot)).toBe(0);
  });
});
