import { describe, expect, it } from 'vitest';
import { checkBalanced } from '../../../server/core/ledger/draft-entry.ts';
import { reserveEffects } from '../../../server/core/decisions/reserve-effects.ts';
import { buildEvent, buildFile, charged, failed, NOON, orderPaid, play } from '../../builders/working-file.ts';

const restore = {
  kind: 'credit_restore',
  key: 'remedy/anumi/g/0',
  generationId: 'g',
  walletId: 'w',
  lots: [{ lotId: 'o', credits: 5 }],
  credits: 5,
  grant: 'failure',
} as const;

describe('order.paid', () => {
  it('makes a cashable lot named after the order, balanced in credits and in money', () => {
    const file = buildFile();
    const outcome = play(file, orderPaid());
    expect(file.findLot('o')).toMatchObject({ source: 'order', cashable: true, total: 100, remaining: 100 });
    expect(outcome).toMatchObject({ status: 'applied', arrived: ['order/anumi/o', 'wallet/anumi/w'] });
    const entries = outcome.status === 'applied' ? outcome.entries : [];
    expect(entries).toHaveLength(1);
    expect(checkBalanced(entries[0]?.postings ?? []).size).toBe(0);
    expect(entries[0]?.postings).toContainEqual({ account: 'provider/sandbox', commodity: 'EUR', amount: 999 });
  });

  it('posts no money for a free pack', () => {
    const outcome = play(buildFile(), orderPaid({ amountMinor: 0 }));
    expect(outcome.status === 'applied' && outcome.entries[0]?.postings.map((posting) => posting.commodity)).toEqual([
      'credit:anumi',
      'credit:anumi',
    ]);
  });

  it('refuses an order that was reported before', () => {
    expect(play(buildFile(), orderPaid(), orderPaid())).toMatchObject({ status: 'rejected', code: 'ALREADY_EXISTS' });
  });
});

describe('generation.charged', () => {
  it('spends lots that are not cashable first, then purchased ones, oldest first, and records which', () => {
    const file = buildFile();
    play(
      file,
      orderPaid({ orderId: 'new', credits: 10 }, NOON),
      orderPaid({ orderId: 'old', credits: 10 }, NOON - 1),
      buildEvent(
        'credits.granted',
        { customerId: 'c', walletId: 'w', lotId: 'bonus', credits: 3, source: 'bonus' },
        NOON + 1,
      ),
      charged({ credits: 15 }),
    );
    expect(file.findGeneration('g')?.consumption).toEqual([
      { lotId: 'bonus', credits: 3, restored: 0 },
      { lotId: 'old', credits: 10, restored: 0 },
      { lotId: 'new', credits: 2, restored: 0 },
    ]);
    expect(file.findLot('new')).toMatchObject({ remaining: 8, consumed: 2 });
  });

  it('waits for a wallet that was not seen', () => {
    expect(play(buildFile(), charged())).toMatchObject({ status: 'waiting', waitsFor: ['wallet/anumi/w'] });
  });

  it('refuses more than the wallet holds, leaves it as it was and waits for credits', () => {
    const file = buildFile();
    expect(play(file, orderPaid({ credits: 4 }), charged())).toMatchObject({
      status: 'rejected',
      code: 'INSUFFICIENT_CREDITS',
      waitsFor: ['wallet/anumi/w'],
    });
    expect(file.findLot('o')).toMatchObject({ remaining: 4, consumed: 0 });
    expect(file.findGeneration('g')).toBeUndefined();
  });

  it('is not made any more once it was reported as blocked, whatever arrives', () => {
    const file = buildFile();
    play(file, orderPaid({ credits: 4 }), charged());
    const { generationId, customerId, walletId } = { generationId: 'g', customerId: 'c', walletId: 'w' };
    play(file, buildEvent('generation.blocked', { generationId, customerId, walletId, feature: 'avatar' }));
    expect(play(file, orderPaid({ orderId: 'more' }), charged())).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(file.findGeneration('g')).toMatchObject({ status: 'blocked', credits: 0 });
  });

  it('cannot spend what a dispute holds', () => {
    expect(
      play(buildFile(), orderPaid(), buildEvent('dispute.opened', { disputeId: 'd', orderId: 'o' }), charged()),
    ).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
  });

  it('takes a charge of nothing without an entry', () => {
    expect(play(buildFile(), orderPaid(), charged({ credits: 0 }))).toMatchObject({ status: 'applied', entries: [] });
  });
});

describe('results of a generation', () => {
  it('owes an automatic claim on failure, once', () => {
    const file = buildFile();
    expect(play(file, orderPaid(), charged(), failed())).toMatchObject({ failedGenerationId: 'g' });
    file.editGeneration('g').automaticCaseId = 'case';
    expect(play(file, failed(NOON + 3_000, ['provider']))).not.toHaveProperty('failedGenerationId');
    expect(file.findGeneration('g')?.failure?.confirmedBy).toEqual(['app', 'provider']);
  });

  it('waits for the charge', () => {
    expect(play(buildFile(), failed())).toMatchObject({ status: 'waiting', waitsFor: ['generation/anumi/g'] });
  });

  it('follows event time, not arrival', () => {
    const file = buildFile();
    play(
      file,
      orderPaid(),
      charged(),
      buildEvent('generation.succeeded', { generationId: 'g' }, NOON + 9_000),
      failed(NOON + 2_000),
    );
    expect(file.findGeneration('g')?.status).toBe('succeeded');
    expect(file.findLot('o')?.delivered).toBe(5);
  });

  it('takes back what counted as delivered when a later failure replaces a success', () => {
    const file = buildFile();
    play(
      file,
      orderPaid(),
      charged(),
      buildEvent('generation.succeeded', { generationId: 'g' }, NOON + 2_000),
      failed(NOON + 9_000),
    );
    expect(file.findLot('o')?.delivered).toBe(0);
  });

  it('moves nothing and asks for attention where success contradicts a remedy', () => {
    const file = buildFile();
    play(file, orderPaid(), charged(), failed());
    reserveEffects(file, [restore], { id: 'd1', at: NOON });
    const outcome = play(file, buildEvent('generation.succeeded', { generationId: 'g' }, NOON + 9_000));
    expect(outcome).toMatchObject({ status: 'applied', entries: [], attention: { code: 'CONTRADICTS_REMEDY' } });
    expect(file.findGeneration('g')).toMatchObject({ status: 'failed', remedyDecisionId: 'd1' });
  });

  it('refuses results of a blocked generation', () => {
    const file = buildFile();
    play(
      file,
      buildEvent('generation.blocked', { generationId: 'g', customerId: 'c', walletId: 'w', feature: 'avatar' }),
    );
    expect(play(file, failed())).toMatchObject({ status: 'rejected', code: 'NOT_ALLOWED' });
  });
});

describe('profile and account', () => {
  it('keeps the newest by event time', () => {
    const file = buildFile();
    const profile = (country: string, time: number) =>
      buildEvent('customer.updated', { customerId: 'c', emailHashes: [country], country }, time);
    play(file, profile('DE', NOON), profile('FR', NOON - 1));
    expect(file.customer).toMatchObject({ country: 'DE', emailHashes: ['DE'] });
    play(
      file,
      buildEvent('account.status_changed', { customerId: 'c', status: 'banned' }, NOON),
      buildEvent('account.status_changed', { customerId: 'c', status: 'active' }, NOON - 1),
    );
    expect(file.customer.status).toBe('banned');
  });
});
