import { describe, expect, it } from 'vitest';
import type { FindingParams } from '../../../server/core/policies/ruleset.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { buildCaseRecord, buildFailureRecord, buildGenerationRecord } from '../../builders/case-record.ts';
import { ALWAYS, decideByRules, rule } from './support.ts';

function grant(record: CaseRecord, remedy: NonNullable<FindingParams['remedy']>) {
  return decideByRules(record, [rule('pay', 'grant', ALWAYS, { remedy })]).effects;
}

describe('a refund', () => {
  it('is named after the order and what was reversed before, and holds the lot with what comes back to it', () => {
    const lot = { remaining: 70, restoring: 8, held: 20, forfeiting: 3, consumed: 30 };
    const record = buildCaseRecord({
      order: { refundsReversed: 2, refundedExternallyMinor: 99, provider: 'polar', lot },
    });
    expect(grant(record, 'cash_full')).toEqual([
      {
        kind: 'cash_refund',
        key: 'refund/anumi/order-1/2',
        orderId: 'order-1',
        lotId: 'order-1',
        amountMinor: 900,
        currency: 'EUR',
        provider: 'polar',
        holdCredits: 75,
      },
    ]);
  });

  it('counts refunds that settled among those before it', () => {
    const record = buildCaseRecord({ order: { refundsReversed: 1, refundsSettled: 1, refundedMinor: 899 } });
    expect(grant(record, 'cash_full')).toMatchObject([{ key: 'refund/anumi/order-1/2', amountMinor: 100 }]);
  });

  it('holds nothing of an empty lot', () => {
    const record = buildCaseRecord({ order: { lot: { remaining: 0, consumed: 100 } } });
    expect(grant(record, 'cash_full')).toMatchObject([{ holdCredits: 0, amountMinor: 999 }]);
  });

  it('does not hold a second time where the rule asks for a hold', () => {
    const pay = rule('pay', 'grant', ALWAYS, { remedy: 'cash_full', holdCredits: true });
    expect(decideByRules(buildCaseRecord(), [pay]).effects.map(({ kind }) => kind)).toEqual(['cash_refund']);
  });
});

describe('credits', () => {
  it('go back to the lots that paid', () => {
    const consumption = [
      { lotId: 'trial', credits: 2, restored: 0 },
      { lotId: 'order-1', credits: 3, restored: 0 },
    ];
    expect(grant(buildFailureRecord({ generation: { consumption, remediesReversed: 1 } }), 'credit_restore')).toEqual([
      {
        kind: 'credit_restore',
        key: 'remedy/anumi/generation-1/1',
        generationId: 'generation-1',
        walletId: 'wallet-1',
        credits: 5,
        lots: [
          { lotId: 'trial', credits: 2 },
          { lotId: 'order-1', credits: 3 },
        ],
        grant: 'failure',
      },
    ]);
  });

  it('count as moderation where the content was refused, as quality where the result came', () => {
    const moderated = buildFailureRecord({ generation: { failure: { class: 'content_policy' } } });
    expect(grant(moderated, 'credit_restore')).toMatchObject([{ grant: 'moderation' }]);
    const delivered = buildGenerationRecord({ generation: { status: 'succeeded', succeededAt: 1 } });
    expect(grant(delivered, 'credit_restore')).toMatchObject([{ grant: 'quality' }]);
  });

  it('given by courtesy are new ones', () => {
    expect(grant(buildGenerationRecord(), 'courtesy_credit')).toEqual([
      {
        kind: 'courtesy_credit',
        key: 'remedy/anumi/generation-1/0',
        generationId: 'generation-1',
        walletId: 'wallet-1',
        credits: 5,
      },
    ]);
  });
});

describe('a referral', () => {
  const hold = rule('unauthorised', 'refer', ALWAYS, { holdCredits: true, proposeAccountAction: 'suspend' });

  it('sets aside what nobody holds and proposes what the rule says', () => {
    const record = buildCaseRecord({ order: { lot: { remaining: 90, held: 30, forfeiting: 10, restoring: 5 } } });
    expect(decideByRules(record, [hold]).effects).toEqual([
      { kind: 'credit_hold', key: 'hold/decision-1', orderId: 'order-1', lotId: 'order-1', credits: 55 },
      { kind: 'account_action', key: 'account/decision-1', action: 'suspend' },
    ]);
  });

  it('holds nothing where all is held or no order is concerned', () => {
    for (const record of [buildCaseRecord({ order: { lot: { held: 100 } } }), buildCaseRecord({ order: undefined })]) {
      expect(decideByRules(record, [hold]).effects.map(({ kind }) => kind)).toEqual(['account_action']);
    }
  });
});
