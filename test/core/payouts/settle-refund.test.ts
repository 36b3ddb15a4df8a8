import { describe, expect, it } from 'vitest';
import { reserveEffects } from '../../../server/core/decisions/reserve-effects.ts';
import { countSpendable } from '../../../server/core/ledger/hold-credits.ts';
import { checkHoldArrived, settleRefund } from '../../../server/core/payouts/settle-refund.ts';
import { buildRefund, foldAccounts, restoreLate } from '../../builders/refund.ts';
import { buildEvent, charged, failed, NOON, play } from '../../builders/working-file.ts';

const LATER = NOON + 60_000;
const LOST = [
  buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' }),
  buildEvent('dispute.closed', { disputeId: 'x', orderId: 'o', outcome: 'lost' }),
] as const;

describe('a settled refund', () => {
  it('turns what was promised into refunded, voids what was held and closes the case', () => {
    const { file, payout, entries } = buildRefund();
    const settled = settleRefund(file, payout, LATER);
    expect(file.findOrder('o')).toMatchObject({
      refundingMinor: 0,
      refundedMinor: 999,
      cashSettled: true,
      firstRefundedAt: LATER,
      overRefundedMinor: 0,
    });
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 100, held: 0, holds: [] });
    expect(payout).toMatchObject({ status: 'settled', settledAt: LATER, voidedCredits: 100, fence: 0 });
    expect(file.cases.get('case')).toMatchObject({
      status: 'closed',
      closure: 'decided',
      effects: [{ state: 'posted' }],
    });
    expect(file.customer.openCases).toEqual([]);
    expect(settled.map((entry) => [entry.key, entry.kind, entry.walletId])).toEqual([
      ['settle/refund/anumi/o/0', 'refund_settled', undefined],
      ['void/refund/anumi/o/0', 'credits_voided', 'w'],
    ]);
    expect(foldAccounts([...entries, ...settled])).toEqual({
      sales: -999,
      refunds: 999,
      credits_issued: -100,
      credits_voided: 100,
    });
  });

  it('voids only what is left of a used pack, and posts no credits where nothing is held', () => {
    const { file, payout } = buildRefund({}, charged());
    const settled = settleRefund(file, payout, LATER);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 95, consumed: 5 });
    expect(settled).toHaveLength(2);
    const empty = buildRefund({}, charged({ credits: 100 }));
    expect(settleRefund(empty.file, empty.payout, LATER).map((entry) => entry.kind)).toEqual(['refund_settled']);
  });

  it('leaves credits that the decision does not hold alone', () => {
    const { file, payout } = buildRefund();
    const lot = file.editLot('o');
    lot.remaining += 7;
    settleRefund(file, payout, LATER);
    expect(file.findLot('o')).toMatchObject({ remaining: 7, voided: 100 });
  });

  it('waits while held credits are still on their way back to the lot', () => {
    const { file, payout } = buildRefund({}, charged(), failed());
    reserveEffects(
      file,
      [
        {
          kind: 'credit_restore',
          key: 'remedy/anumi/g/0',
          generationId: 'g',
          walletId: 'w',
          lots: [{ lotId: 'o', credits: 5 }],
          credits: 5,
          grant: 'failure',
        },
        {
          kind: 'cash_refund',
          key: 'refund/anumi/o/0',
          orderId: 'o',
          lotId: 'o',
          amountMinor: 0,
          currency: 'EUR',
          provider: 'sandbox',
          holdCredits: 100,
        },
      ],
      { id: 'd1', at: NOON },
    );
    expect(checkHoldArrived(file, payout)).toBe(false);
    const lot = file.editLot('o');
    lot.remaining += lot.restoring;
    lot.restoring = 0;
    expect(checkHoldArrived(file, payout)).toBe(true);
  });

  it('waits for held credits beside those that a forfeiture will take', () => {
    const { file, payout } = buildRefund();
    const lot = file.editLot('o');
    expect(checkHoldArrived(file, payout)).toBe(true);
    Object.assign(lot, { held: 70, holds: [{ by: 'decision/d1', credits: 70 }], forfeiting: 50, restoring: 20 });
    expect(checkHoldArrived(file, payout)).toBe(false);
    Object.assign(lot, { remaining: 120, restoring: 0 });
    expect(checkHoldArrived(file, payout)).toBe(true);
    settleRefund(file, payout, LATER);
    expect(lot).toMatchObject({ remaining: 50, forfeiting: 50, voided: 70 });
  });

  it('after a lost dispute pays the price twice: that is said, and a person gets the case', () => {
    const { file, payout, entries } = buildRefund();
    payout.status = 'submitted';
    for (const event of LOST) {
      const outcome = play(file, event);
      if (outcome.status === 'applied') entries.push(...outcome.entries);
    }
    const settled = settleRefund(file, payout, LATER);
    expect(file.findOrder('o')).toMatchObject({ refundedMinor: 999, chargedBackMinor: 999, overRefundedMinor: 999 });
    expect(file.cases.get('case')).toMatchObject({ status: 'in_review', queue: 'payouts' });
    expect(file.customer.openCases).toMatchObject([{ caseId: 'case', status: 'in_review' }]);
    expect(foldAccounts([...entries, ...settled])).toEqual({
      sales: -999,
      'provider/sandbox': -999,
      refunds: 999,
      chargebacks: 999,
      credits_issued: -100,
      credits_voided: 100,
    });
  });

  it('after a lost dispute voids what came back to the lot since', () => {
    const { file, payout, entries } = buildRefund({}, charged({ credits: 30 }));
    payout.status = 'submitted';
    entries.push(...restoreLate(file, ...LOST));
    const settled = settleRefund(file, payout, LATER);
    expect(file.findLot('o')).toMatchObject({ remaining: 0, voided: 100 });
    expect(payout.voidedCredits).toBe(30);
    expect(foldAccounts([...entries, ...settled])).toMatchObject({ credits_voided: 100 });
  });

  it('shows what was refunded beyond the price, where the provider refunded meanwhile', () => {
    const { file, payout } = buildRefund();
    file.editOrder('o').refundedExternallyMinor = 999;
    settleRefund(file, payout, LATER);
    expect(file.findOrder('o')?.overRefundedMinor).toBe(999);
    const lot = file.findLot('o');
    expect(lot === undefined ? -1 : countSpendable(lot)).toBe(0);
  });
});
