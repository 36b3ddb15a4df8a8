import { describe, expect, it } from 'vitest';
import { failRefund } from '../../../server/core/payouts/fail-refund.ts';
import { noteRefundId } from '../../../server/core/payouts/note-refund-id.ts';
import { reverseRefund } from '../../../server/core/payouts/reverse-refund.ts';
import { settleRefund } from '../../../server/core/payouts/settle-refund.ts';
import { buildRefund, foldAccounts, type Refund } from '../../builders/refund.ts';
import { buildEvent, charged, NOON, play } from '../../builders/working-file.ts';

const LATER = NOON + 60_000;
const PAID = { sales: -999, refunds: 999, credits_issued: -100, credits_voided: 100 };

/** The provider reports our own refund before it has answered us. */
function reportEarly(refund: Refund, amountMinor = 999, providerRefundId = 're_1'): void {
  refund.payout.status = 'unknown';
  const data = { orderId: 'o', amountMinor, currency: 'EUR', providerRefundId };
  const outcome = play(refund.file, buildEvent('order.refunded_externally', data, NOON + 1));
  if (outcome.status === 'applied') refund.entries.push(...outcome.entries);
}

/** Half the price went back for the half that was left; 30 credits came back since; then our own refund is reported, its id unknown. */
function reportHalf() {
  const built = buildRefund({}, charged({ credits: 50 }));
  const refund: Refund = { ...built, payout: { ...built.payout, amountMinor: 500 } };
  refund.file.editOrder('o').refundingMinor = 500;
  settleRefund(refund.file, refund.payout, LATER);
  const lot = refund.file.editLot('o');
  lot.remaining += 30;
  reportEarly(refund, 500);
  return { refund, lot };
}

const note = ({ file, payout, entries }: Refund, id = 're_1') => entries.push(...noteRefundId(file, payout, id, LATER));

describe('our own refund that was reported before its answer', () => {
  it('is booked as the provider’s own until its id is known, and counts once when it settles', () => {
    const refund = buildRefund();
    const { file, payout, entries } = refund;
    reportEarly(refund);
    expect(file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 999, refundingMinor: 999 });
    note(refund);
    expect(entries.at(-1)).toMatchObject({
      kind: 'refund_reversed',
      payoutId: payout.id,
      occurredAt: LATER,
      key: expect.stringMatching(/^event\/.*#ours$/u) as unknown,
      reverses: entries.at(-2)?.key,
    });
    entries.push(...settleRefund(file, payout, LATER));
    expect(file.findOrder('o')).toMatchObject({
      refundedExternallyMinor: 0,
      refundedMinor: 999,
      overRefundedMinor: 0,
      firstRefundedAt: LATER,
      externalRefundIds: [],
      bookedBesideOurs: [],
    });
    expect(file.cases.get('case')).toMatchObject({ status: 'closed' });
    expect(foldAccounts(entries)).toEqual(PAID);
  });

  it('and that failed is not taken for paid', () => {
    const refund = buildRefund();
    reportEarly(refund);
    note(refund);
    refund.entries.push(...failRefund(refund.file, refund.payout, 'refused', LATER));
    expect(refund.file.findLot('o')).toMatchObject({ remaining: 100, voided: 0, held: 0 });
    expect(foldAccounts(refund.entries)).toEqual({
      sales: -999,
      'provider/sandbox': 999,
      credits_issued: -100,
      'lot/o': 100,
    });
  });

  it('and reversed later leaves nothing paid', () => {
    const refund = buildRefund();
    reportEarly(refund);
    note(refund);
    refund.entries.push(...settleRefund(refund.file, refund.payout, LATER));
    refund.entries.push(...reverseRefund(refund.file, refund.payout, 'returned', LATER + 1));
    expect(refund.file.findOrder('o')).toMatchObject({ refundedMinor: 0, refundedExternallyMinor: 0 });
    expect(foldAccounts(refund.entries)).toMatchObject({ 'provider/sandbox': 999, 'lot/o': 100 });
  });

  it('counts once as well where it had settled by then, and its id came last', () => {
    const refund = buildRefund();
    const { file, payout, entries } = refund;
    payout.status = 'unknown';
    entries.push(...settleRefund(file, payout, LATER));
    const data = { orderId: 'o', amountMinor: 999, currency: 'EUR', providerRefundId: 're_1' };
    const outcome = play(file, buildEvent('order.refunded_externally', data, LATER + 1));
    if (outcome.status === 'applied') entries.push(...outcome.entries);
    note(refund);
    expect(file.findOrder('o')).toMatchObject({
      refundedExternallyMinor: 0,
      refundedMinor: 999,
      overRefundedMinor: 0,
      firstRefundedAt: LATER,
      externalRefundIds: [],
    });
    expect(foldAccounts(entries)).toEqual(PAID);
  });

  it('gives back the credits that its booking voided, where that was taken for the rest of the price', () => {
    const { refund, lot } = reportHalf();
    expect(lot).toMatchObject({ remaining: 0, voided: 80 });
    const booked = refund.entries.at(-1);
    note(refund);
    expect(lot).toMatchObject({ remaining: 30, voided: 50, held: 0 });
    expect(refund.entries.at(-1)).toMatchObject({ kind: 'void_reversed', walletId: 'w', reverses: booked?.key });
    expect(booked).toMatchObject({ kind: 'credits_voided' });
    expect(foldAccounts(refund.entries.slice(-4))).toEqual({});
    expect(refund.file.findOrder('o')).toMatchObject({ refundedMinor: 500, refundedExternallyMinor: 0 });
  });

  it('leaves them void where the rest of the price went back too, and to an open dispute that found none', () => {
    const paid = reportHalf();
    const data = { orderId: 'o', amountMinor: 499, currency: 'EUR', providerRefundId: 're_rest' };
    play(paid.refund.file, buildEvent('order.refunded_externally', data, LATER));
    note(paid.refund);
    expect(paid.refund.entries.at(-1)?.kind).toBe('refund_reversed');
    expect(paid.lot).toMatchObject({ remaining: 0, voided: 80 });
    const disputed = reportHalf();
    play(disputed.refund.file, buildEvent('dispute.opened', { disputeId: 'd', orderId: 'o' }, LATER));
    note(disputed.refund);
    expect(disputed.lot).toMatchObject({ remaining: 30, held: 30, holds: [{ by: 'dispute/d', credits: 30 }] });
  });

  it('over another amount is left to a person, with what went back beyond the price', () => {
    const refund = buildRefund();
    reportEarly(refund, 500);
    note(refund);
    refund.entries.push(...settleRefund(refund.file, refund.payout, LATER));
    expect(refund.file.findOrder('o')).toMatchObject({ refundedExternallyMinor: 500, overRefundedMinor: 500 });
    expect(refund.file.cases.get('case')).toMatchObject({ status: 'in_review', queue: 'payouts' });
  });

  it('is told apart from one that is really the provider’s own', () => {
    const refund = buildRefund();
    reportEarly(refund, 999, 're_of_the_provider');
    note(refund);
    expect(refund.file.findOrder('o')).toMatchObject({
      refundedExternallyMinor: 999,
      externalRefundIds: ['re_of_the_provider'],
    });
    expect(refund.entries.at(-1)?.kind).toBe('refunded_externally');
  });

  it('is noted once, however often its id comes', () => {
    const refund = buildRefund();
    reportEarly(refund);
    note(refund);
    const before = refund.entries.length;
    note(refund);
    expect(refund.entries).toHaveLength(before);
    expect(noteRefundId(refund.file, refund.payout, undefined, LATER)).toEqual([]);
    expect(refund.payout.providerRefundId).toBe('re_1');
  });
});
