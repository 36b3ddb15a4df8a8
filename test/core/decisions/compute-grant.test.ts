import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { computeGrant } from '../../../server/core/decisions/compute-grant.ts';
import { REMEDIES } from '../../../server/core/decisions/remedy.ts';
import {
  buildCaseRecord,
  buildFailureRecord,
  buildGenerationRecord,
  buildWalletRecord,
} from '../../builders/case-record.ts';

describe('cash in full', () => {
  it('is what was paid less all that was or will be refunded', () => {
    const record = buildCaseRecord({ order: { refundedMinor: 100, refundingMinor: 20, refundedExternallyMinor: 3 } });
    expect(computeGrant('cash_full', record)).toEqual({ kind: 'cash', amountMinor: 876, currency: 'EUR' });
  });

  it('is nothing where nothing is left, or more was refunded than paid', () => {
    expect(computeGrant('cash_full', buildCaseRecord({ order: { refundedMinor: 999 } }))).toBeNull();
    expect(computeGrant('cash_full', buildCaseRecord({ order: { refundedExternallyMinor: 2000 } }))).toBeNull();
  });
});

describe('cash pro rata', () => {
  const used = (lot: object, order: object = {}) =>
    computeGrant('cash_pro_rata', buildCaseRecord({ order: { ...order, lot } }));

  it('is the unused share, rounded down, held and returning credits counted as unused', () => {
    expect(used({ remaining: 33, consumed: 67, held: 33 })).toMatchObject({ amountMinor: 329 });
    expect(used({ remaining: 30, restoring: 3, consumed: 67 })).toMatchObject({ amountMinor: 329 });
    expect(used({ remaining: 43, forfeiting: 10, consumed: 57 })).toMatchObject({ amountMinor: 329 });
  });

  it('subtracts what others refunded and stays below what is left to refund', () => {
    expect(used({ remaining: 33, consumed: 67 }, { refundedExternallyMinor: 300 })).toMatchObject({ amountMinor: 29 });
    expect(used({ remaining: 33, consumed: 67 }, { refundedMinor: 800 })).toMatchObject({ amountMinor: 199 });
  });

  it('is nothing where no credits are left, or others refunded more than the share', () => {
    expect(used({ remaining: 0, consumed: 100 })).toBeNull();
    expect(used({ remaining: 33, consumed: 67 }, { refundedExternallyMinor: 329 })).toBeNull();
    expect(used({ remaining: 5 }, { creditsBought: 0 })).toBeNull();
  });

  it('never counts more credits than were bought', () => {
    expect(used({ remaining: 150 })).toMatchObject({ amountMinor: 999 });
  });
});

describe('credits', () => {
  it('are what the generation was charged, to the lots that paid, in their order', () => {
    const consumption = [
      { lotId: 'a', credits: 3, restored: 0 },
      { lotId: 'b', credits: 2, restored: 0 },
    ];
    const record = buildFailureRecord({ generation: { consumption } });
    expect(computeGrant('credit_restore', record)).toEqual({
      kind: 'credits',
      credits: 5,
      lots: [
        { lotId: 'a', credits: 3 },
        { lotId: 'b', credits: 2 },
      ],
    });
    expect(computeGrant('courtesy_credit', record)).toEqual({ kind: 'credits', credits: 5, lots: [] });
  });

  it('leave out what was restored before', () => {
    const consumption = [
      { lotId: 'a', credits: 3, restored: 3 },
      { lotId: 'b', credits: 2, restored: 0 },
    ];
    const record = buildFailureRecord({ generation: { consumption, creditsRestored: 3 } });
    expect(computeGrant('credit_restore', record)).toMatchObject({ credits: 2, lots: [{ lotId: 'b', credits: 2 }] });
    expect(computeGrant('courtesy_credit', record)).toMatchObject({ credits: 2 });
  });

  it('never exceed what is open where courtesy credits stand in for some', () => {
    const record = buildFailureRecord({ generation: { creditsRestored: 4 } });
    expect(computeGrant('credit_restore', record)).toMatchObject({
      credits: 1,
      lots: [{ lotId: 'order-1', credits: 1 }],
    });
  });

  it('are nothing where all are back or none were charged', () => {
    expect(computeGrant('credit_restore', buildFailureRecord({ generation: { creditsRestored: 5 } }))).toBeNull();
    expect(computeGrant('credit_restore', buildFailureRecord({ generation: { consumption: [] } }))).toBeNull();
    expect(computeGrant('courtesy_credit', buildGenerationRecord({ generation: { credits: 0 } }))).toBeNull();
  });
});

describe('a record without what the remedy is about', () => {
  it.each(REMEDIES)('comes to nothing for %s', (remedy) => {
    expect(computeGrant(remedy, buildWalletRecord())).toBeNull();
  });
});

const amount = fc.integer({ min: 0, max: 5000 });
const credits = fc.integer({ min: 0, max: 200 });

describe('whatever the books say', () => {
  const books = fc.record({
    order: fc.record({
      amountMinor: amount,
      refundedMinor: amount,
      refundingMinor: amount,
      refundedExternallyMinor: amount,
      creditsBought: credits,
      lot: fc.record({ remaining: credits, restoring: credits, forfeiting: credits }),
    }),
  });

  test.prop([books], { numRuns: 500 })(
    'no more is refunded than is left to refund, and pro rata never more than in full',
    ({ order }) => {
      const record = buildCaseRecord({ order });
      const full = computeGrant('cash_full', record);
      const proRata = computeGrant('cash_pro_rata', record);
      const inFull = full?.kind === 'cash' ? full.amountMinor : 0;
      const inPart = proRata?.kind === 'cash' ? proRata.amountMinor : 0;
      const gone = order.refundedMinor + order.refundingMinor + order.refundedExternallyMinor;
      expect(inFull).toBe(Math.max(0, order.amountMinor - gone));
      expect(inPart).toBeLessThanOrEqual(inFull);
      expect(inPart).toBeGreaterThanOrEqual(0);
    },
  );
});
