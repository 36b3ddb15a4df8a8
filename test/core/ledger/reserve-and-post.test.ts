import { describe, expect, it } from 'vitest';
import type { PlannedEffect } from '../../../server/core/decisions/decision.ts';
import { reserveEffects } from '../../../server/core/decisions/reserve-effects.ts';
import { checkBalanced } from '../../../server/core/ledger/draft-entry.ts';
import { countSpendable } from '../../../server/core/ledger/hold-credits.ts';
import { postEffect } from '../../../server/core/ledger/post-effect.ts';
import type { WorkingFile } from '../../../server/core/customers/working-file.ts';
import { HISTORY_LIMIT, HISTORY_MS } from '../../../server/core/records/bound-history.ts';
import { buildFile, charged, failed, NOON, orderPaid, play } from '../../builders/working-file.ts';

const decision = { id: 'd1', at: NOON };
const post = (file: WorkingFile, effect: PlannedEffect) =>
  postEffect(file, effect, { decisionId: 'd1', caseId: 'case', index: 0, decidedAt: NOON });
const effects = {
  restore: {
    kind: 'credit_restore',
    key: 'remedy/anumi/g/0',
    generationId: 'g',
    walletId: 'w',
    lots: [{ lotId: 'o', credits: 5 }],
    credits: 5,
    grant: 'failure',
  },
  courtesy: { kind: 'courtesy_credit', key: 'remedy/anumi/g/0', generationId: 'g', walletId: 'w', credits: 5 },
  cash: {
    kind: 'cash_refund',
    key: 'refund/anumi/o/0',
    orderId: 'o',
    lotId: 'o',
    amountMinor: 999,
    currency: 'EUR',
    provider: 'sandbox',
    holdCredits: 100,
  },
  forfeit: {
    kind: 'credit_forfeit',
    key: 'forfeit/d1',
    walletId: 'w',
    lots: [{ lotId: 'o', credits: 95 }],
    credits: 95,
  },
  hold: { kind: 'credit_hold', key: 'hold/d1', orderId: 'o', lotId: 'o', credits: 95 },
} as const satisfies Record<string, PlannedEffect>;

function failedFile(): WorkingFile {
  const file = buildFile();
  play(file, orderPaid(), charged(), failed());
  return file;
}

describe('a restore', () => {
  it('is counted as done when reserved and can be spent when posted', () => {
    const file = failedFile();
    expect(reserveEffects(file, [effects.restore], decision)).toEqual([
      { key: 'remedy/anumi/g/0', kind: 'credit_restore', decisionId: 'd1', state: 'reserved' },
    ]);
    expect(file.findLot('o')).toMatchObject({ restoring: 5, remaining: 95 });
    expect(file.findGeneration('g')).toMatchObject({
      remedyDecisionId: 'd1',
      creditsRestored: 5,
      consumption: [{ lotId: 'o', credits: 5, restored: 5 }],
    });
    const entry = post(file, effects.restore);
    expect(checkBalanced(entry?.postings ?? []).size).toBe(0);
    expect(file.findLot('o')).toMatchObject({ restoring: 0, restored: 5, remaining: 100 });
  });

  it('cannot be promised twice for one generation', () => {
    const file = failedFile();
    reserveEffects(file, [effects.restore], decision);
    expect(() => reserveEffects(file, [effects.courtesy], { id: 'd2', at: NOON })).toThrow(/already has a remedy/);
  });
});

it('courtesy credits land in a lot of their own that is never cashable', () => {
  const file = failedFile();
  reserveEffects(file, [effects.courtesy], decision);
  expect(file.findWallet('w')?.grants).toEqual([{ at: NOON, kind: 'courtesy', decisionId: 'd1', reversed: false }]);
  post(file, effects.courtesy);
  expect(file.findLot('courtesy-d1')).toMatchObject({ cashable: false, source: 'courtesy', remaining: 5 });
});

it('a cash refund holds what remains and what is coming back, taking over earlier holds', () => {
  const file = failedFile();
  reserveEffects(file, [effects.hold], { id: 'd0', at: NOON });
  reserveEffects(file, [effects.restore], { id: 'd2', at: NOON });
  reserveEffects(file, [effects.cash], decision);
  expect(file.findLot('o')).toMatchObject({ held: 100, holds: [{ by: 'decision/d1', credits: 100 }] });
  expect(file.findOrder('o')?.refundingMinor).toBe(999);
  const lot = file.findLot('o');
  expect(lot === undefined ? -1 : countSpendable(lot)).toBe(0);
  expect(post(file, effects.cash)).toMatchObject({
    kind: 'refund_promised',
    postings: [
      { account: 'payouts_payable', amount: -999 },
      { account: 'refunds', amount: 999 },
    ],
  });
});

it('refunds are remembered within the bounds of a history', () => {
  const file = failedFile();
  const old = NOON - HISTORY_MS;
  const mark = (at: number, id: string) => ({ at, orderId: 'x', decisionId: id, reversed: false });
  file.editCustomer().cashDecisions = [mark(old, 'old'), mark(old + 1, 'young')];
  reserveEffects(file, [effects.cash], decision);
  expect(file.customer).toMatchObject({
    cashDecisions: [{ decisionId: 'young' }, { decisionId: 'd1', orderId: 'o', at: NOON }],
    droppedUntil: { refunds: old },
  });
  file.editCustomer().cashDecisions = Array.from({ length: HISTORY_LIMIT }, (_, n) => mark(NOON - n, `d-${n}`));
  reserveEffects(file, [effects.cash], decision);
  expect(file.customer.cashDecisions).toHaveLength(HISTORY_LIMIT);
  expect(file.customer.droppedUntil).toEqual({ refunds: NOON - HISTORY_LIMIT + 1 });
});

it('a forfeiture takes credits out of reach when reserved and out of the lot when posted', () => {
  const file = failedFile();
  reserveEffects(file, [effects.forfeit], decision);
  expect(file.findLot('o')).toMatchObject({ forfeiting: 95, remaining: 95 });
  post(file, effects.forfeit);
  expect(file.findLot('o')).toMatchObject({ forfeiting: 0, forfeited: 95, remaining: 0 });
});

it('holds and proposals post nothing', () => {
  const file = failedFile();
  expect(post(file, effects.hold)).toBeNull();
  expect(post(file, { kind: 'account_action', key: 'account/d1', action: 'suspend' })).toBeNull();
  expect(
    reserveEffects(file, [{ kind: 'account_action', key: 'account/d1', action: 'suspend' }], decision),
  ).toMatchObject([{ state: 'proposed' }]);
});
