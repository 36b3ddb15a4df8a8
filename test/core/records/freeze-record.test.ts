import { describe, expect, it } from 'vitest';
import { reserveEffects } from '../../../server/core/decisions/reserve-effects.ts';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { HISTORY_MS } from '../../../server/core/records/bound-history.ts';
import { buildEvent, buildFile, charged, NOON, orderPaid, play } from '../../builders/working-file.ts';
import { buildMark, freeze } from './frozen.ts';

const DAY = 86_400_000;
const AT = NOON + DAY;
const generation = { type: 'generation', id: 'g' } as const;

describe('the subject', () => {
  it('is unknown where it does not exist, and nothing about another thing is recorded', () => {
    const file = buildFile();
    play(file, orderPaid());
    for (const subject of [{ type: 'order', id: 'x' }, generation, { type: 'wallet', id: 'x' }] as const) {
      const record = freeze(file, { subject });
      expect(record).toMatchObject({ subjectKnown: false, incidents: [] });
      expect([record.order, record.generation, record.wallet]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('that is a wallet concerns no order', () => {
    const file = buildFile();
    play(file, orderPaid());
    expect(freeze(file, { subject: { type: 'wallet', id: 'w' } })).toMatchObject({
      subjectKnown: true,
      wallet: { id: 'w' },
    });
    expect(freeze(file, { subject: { type: 'wallet', id: 'w' } }).order).toBeUndefined();
  });

  it('that is a generation concerns the order that paid most of it', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ orderId: 'old', credits: 30 }, NOON - 2 * DAY),
      orderPaid({ orderId: 'new', credits: 100 }, NOON - DAY),
      charged({ credits: 80 }),
    );
    expect(freeze(file, { subject: generation }).order?.id).toBe('new');
  });

  it('concerns the older order on a tie, whichever was spent first', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ orderId: 'b', credits: 40 }, NOON - 2 * DAY),
      orderPaid({ orderId: 'a', credits: 40 }, NOON - DAY),
      charged({ credits: 80 }),
    );
    expect(freeze(file, { subject: generation }).order?.id).toBe('b');
  });

  it('concerns an order even where most was paid by a bonus, and none where a bonus paid all', () => {
    const file = buildFile();
    const bonus = buildEvent(
      'credits.granted',
      { customerId: 'c', walletId: 'w', lotId: 'bonus', credits: 50, source: 'bonus' },
      NOON - DAY,
    );
    play(file, orderPaid(), bonus, charged({ credits: 55 }), charged({ generationId: 'h', credits: 1 }));
    expect(freeze(file, { subject: generation }).order?.id).toBe('o');
    const free = buildFile();
    play(free, orderPaid(), bonus, charged({ credits: 50 }));
    expect(freeze(free, { subject: generation })).toMatchObject({
      subjectKnown: true,
      generation: { consumption: [{ lotId: 'bonus', credits: 50 }] },
    });
    expect(freeze(free, { subject: generation }).order).toBeUndefined();
  });
});

describe('the claim', () => {
  it('knows its sender by hashes alone, the payer included, and only what was given', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ payerEmailHash: 'payer' }),
      buildEvent('customer.updated', { customerId: 'c', emailHashes: ['mail'], phoneHash: 'phone' }),
    );
    expect(freeze(file).claim.sender).toBeUndefined();
    expect(freeze(file, { sender: { emailHash: 'mail', phoneHash: 'other' } }).claim.sender).toEqual({
      emailKnown: true,
      phoneKnown: false,
    });
    expect(freeze(file, { sender: { emailHash: 'payer' } }).claim.sender).toEqual({ emailKnown: true });
    expect(freeze(file, { sender: { emailHash: 'payer' }, subject: { type: 'wallet', id: 'w' } }).claim.sender).toEqual(
      { emailKnown: false },
    );
  });

  it('names an open case about the same thing that waits for a person, and no other', () => {
    const file = buildFile();
    play(file, orderPaid());
    const open = {
      caseId: 'x',
      subjectType: 'order',
      subjectId: 'o',
      reason: 'unused_credits',
      status: 'in_review',
    } as const;
    const withOpen = (change: object) => {
      file.editCustomer().openCases = [{ ...open, ...change }];
      return freeze(file).claim.openCaseId;
    };
    expect(withOpen({})).toBe('x');
    expect(withOpen({ caseId: 'case' })).toBeUndefined();
    expect(withOpen({ status: 'awaiting_customer' })).toBeUndefined();
    expect(withOpen({ status: 'settling' })).toBeUndefined();
    expect(withOpen({ reason: 'other' })).toBeUndefined();
    expect(withOpen({ subjectType: 'wallet' })).toBeUndefined();
  });

  it('speaks the customer’s language, else the program’s', () => {
    const file = buildFile();
    expect(freeze(file).claim.locale).toBe('en');
    play(file, buildEvent('customer.updated', { customerId: 'c', emailHashes: [], locale: 'zh' }));
    expect(freeze(file).claim.locale).toBe('zh');
    expect(freeze(file, { locale: 'fr' }).claim.locale).toBe('fr');
  });
});

describe('the customer’s history', () => {
  it('holds earlier claims and not this one, also when it is completed', () => {
    const file = buildFile();
    file
      .editCustomer()
      .claims.push(
        buildMark({ at: NOON - 5 }),
        buildMark({ at: NOON - 9, automatic: true }),
        buildMark({ caseId: 'case', at: NOON, needsInfo: true }),
      );
    expect(freeze(file).customer.claimedAt).toEqual([NOON - 9, NOON - 5]);
  });

  it('counts an order refunded lately, however long ago it was paid', () => {
    const file = buildFile();
    play(file, orderPaid({}, AT - HISTORY_MS - DAY), orderPaid({ orderId: 'p' }, AT - DAY));
    file.editOrder('o').firstRefundedAt = AT - 10;
    file.editOrder('p').firstRefundedAt = AT - HISTORY_MS;
    expect(freeze(file).customer).toMatchObject({
      paidAt: [AT - DAY],
      refundedOrders: [{ orderId: 'o', refundedAt: AT - 10 }],
    });
  });

  it('counts a refund from its promise on, and forgets one that was reversed', () => {
    const file = buildFile();
    play(file, orderPaid());
    reserveEffects(
      file,
      [
        {
          kind: 'cash_refund',
          key: 'refund/anumi/o/0',
          orderId: 'o',
          lotId: 'o',
          amountMinor: 999,
          currency: 'EUR',
          provider: 'sandbox',
          holdCredits: 100,
        },
      ],
      { id: 'd', at: NOON + 5 },
    );
    expect(freeze(file).customer).toMatchObject({
      refundedAt: [NOON + 5],
      refundedOrders: [{ orderId: 'o', paidAt: NOON, refundedAt: NOON + 5 }],
    });
    file.editOrder('o').refundingMinor = 0;
    for (const decision of file.editCustomer().cashDecisions) decision.reversed = true;
    expect(freeze(file).customer).toMatchObject({ refundedAt: [], refundedOrders: [] });
  });

  it('says when something recent is missing, now or from an earlier bounding', () => {
    const file = buildFile();
    expect(freeze(file).customer.historyTruncated).toBe(false);
    file.editCustomer().droppedUntil = { claims: NOON - 1 };
    expect(freeze(file).customer).toMatchObject({ historyTruncated: true, truncated: ['claims'] });
    const busy = buildFile();
    for (let n = 0; n < 1_001; n += 1) play(busy, orderPaid({ orderId: `o${n}`, credits: 0 }, NOON - n));
    const { customer } = freeze(busy);
    expect([customer.paidAt.length, customer.historyTruncated, customer.truncated]).toEqual([1_000, true, ['orders']]);
  });

  it('forgets that something was missing once it would be too old to count', () => {
    const file = buildFile();
    file.editCustomer().droppedUntil = { automatic: AT - HISTORY_MS + 1, refunds: AT - HISTORY_MS };
    expect(freeze(file).customer.truncated).toEqual(['claims']);
    const later = freeze(file, {}, { at: AT + 1 }).customer;
    expect([later.historyTruncated, later.truncated]).toEqual([false, undefined]);
  });

  it('says of a wallet which grants are missing, and for how long', () => {
    const file = buildFile();
    play(file, orderPaid());
    file.editWallet('w').droppedUntil = { moderation: NOON };
    expect(freeze(file).wallet).toMatchObject({ historyTruncated: true, truncated: ['moderation'] });
    expect(freeze(file, {}, { at: NOON + HISTORY_MS }).wallet).toMatchObject({ historyTruncated: false });
  });
});

describe('a generation', () => {
  it('counts the customer’s own earlier claims, and neither automatic ones, nor those that only wait, nor itself', () => {
    const file = buildFile();
    play(file, orderPaid(), charged());
    const about = (change: object) => buildMark({ generationId: 'g', ...change });
    file
      .editCustomer()
      .claims.push(
        about({ caseId: '1' }),
        about({ caseId: '2', automatic: true }),
        about({ caseId: '3', needsInfo: true }),
        about({ caseId: 'case' }),
        buildMark({ caseId: '4', generationId: 'h' }),
      );
    expect(freeze(file, { subject: generation }).generation?.earlierClaims).toBe(1);
  });

  it('does not know its earlier claims where some since its charge may have been dropped', () => {
    const file = buildFile();
    play(file, orderPaid(), charged());
    const since = file.findGeneration('g')?.chargedAt ?? 0;
    const count = () => freeze(file, { subject: generation }).generation?.earlierClaims;
    file.editCustomer().droppedUntil = { claims: since - 1, automatic: since };
    expect(count()).toBe(0);
    file.editCustomer().droppedUntil = { claims: since };
    expect(count()).toBeUndefined();
    expect(deriveFacts(freeze(file, { subject: generation }))['generation.earlierClaims']).toBe(UNKNOWN);
  });

  it('knows whether the holder started it only where an actor was reported', () => {
    const started = (actorId?: string) => {
      const file = buildFile();
      play(file, orderPaid(), charged(actorId === undefined ? {} : { actorId }));
      return freeze(file, { subject: generation }).generation?.actorIsHolder;
    };
    expect([started(), started('c'), started('x')]).toEqual([undefined, true, false]);
  });
});

describe('a wallet', () => {
  it('shows its lots only where the account is barred', () => {
    const file = buildFile();
    play(file, orderPaid());
    const lots = () => freeze(file).wallet?.lots.map((lot) => lot.id);
    expect(lots()).toEqual([]);
    for (const status of ['banned', 'terminated'] as const) {
      file.editCustomer().status = status;
      expect(lots()).toEqual(['o']);
    }
    file.editCustomer().status = 'closed_by_customer';
    expect(lots()).toEqual([]);
  });

  it('lists grants by kind, without reversed ones', () => {
    const file = buildFile();
    play(file, orderPaid());
    const grants = (['courtesy', 'moderation', 'quality'] as const).map((kind, n) => ({
      kind,
      at: NOON + n,
      decisionId: kind,
      reversed: false,
    }));
    file.editWallet('w').grants.push(...grants, { kind: 'courtesy', at: NOON + 9, decisionId: 'r', reversed: true });
    expect(freeze(file).wallet).toMatchObject({
      courtesyGrantedAt: [NOON],
      moderationRestoredAt: [NOON + 1],
      qualityRefundedAt: [NOON + 2],
      historyTruncated: false,
    });
  });
});

describe('incidents', () => {
  it('that ended before the payment are left out', () => {
    const file = buildFile();
    play(file, orderPaid());
    const incident = (id: string, closedAt?: number) => ({
      id,
      severity: 'complete' as const,
      openedAt: NOON - 2 * DAY,
      ...(closedAt === undefined ? {} : { closedAt }),
    });
    const incidents = [incident('before', NOON - 1), incident('touches', NOON), incident('open')];
    expect(freeze(file, {}, { incidents }).incidents.map((one) => one.id)).toEqual(['touches', 'open']);
  });
});
