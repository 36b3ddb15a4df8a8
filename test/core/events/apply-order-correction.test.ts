import { describe, expect, it } from 'vitest';
import { countSpendable } from '../../../server/core/ledger/hold-credits.ts';
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
    expect(play(file, orderPaid(), external(1_500))).toMatchObject({ attention: { code: 'OVER_REFUNDED' } });
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 1_500, overRefundedMinor: 501 });
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
    play(file, closed('won'));
    expect(file.findLot('o')).toMatchObject({ held: 0, holds: [], remaining: 100 });
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
