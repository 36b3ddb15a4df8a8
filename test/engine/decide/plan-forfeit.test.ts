import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { RecordedLot } from '../../../server/core/records/case-record.ts';
import { SENT_AT, buildCaseRecord } from '../../builders/case-record.ts';
import { ALWAYS, decideByRules, rule, switchOn, windowOf } from './support.ts';

const DAY_MS = 86_400_000;
const BANNED = rule('banned', 'deny', ALWAYS, { forfeitCredits: { when: 'banForfeits', sparing: 'refundWindow' } });
const ON = [switchOn('banForfeits'), windowOf('refundWindow', 7)];

function lot(id: string, overrides: Partial<RecordedLot> = {}): RecordedLot {
  return {
    id,
    source: 'bonus',
    cashable: false,
    createdAt: 0,
    total: 10,
    remaining: 10,
    held: 0,
    restoring: 0,
    forfeiting: 0,
    consumed: 0,
    restored: 0,
    voided: 0,
    forfeited: 0,
    delivered: 0,
    ...overrides,
  };
}

function pack(id: string, paidAt: number, overrides: Partial<RecordedLot> = {}): RecordedLot {
  return lot(id, { source: 'order', cashable: true, orderId: id, createdAt: paidAt, ...overrides });
}

function forfeit(lots: readonly RecordedLot[], parameters: readonly Parameter[] = ON) {
  const record = buildCaseRecord({ customer: { status: 'banned' }, wallet: { lots }, order: undefined });
  return decideByRules(record, [BANNED], { parameters }).effects;
}

describe('a forfeiture', () => {
  it('takes what no hold and no other forfeiture covers', () => {
    const lots = [
      lot('a', { remaining: 10, held: 3, forfeiting: 2 }),
      lot('b', { remaining: 4, held: 4 }),
      lot('c', { remaining: 1 }),
    ];
    expect(forfeit(lots)).toEqual([
      {
        kind: 'credit_forfeit',
        key: 'forfeit/decision-1',
        walletId: 'wallet-1',
        lots: [
          { lotId: 'a', credits: 5 },
          { lotId: 'c', credits: 1 },
        ],
        credits: 6,
      },
    ]);
  });

  it('spares an unused pack to the last millisecond of its window', () => {
    const edge = SENT_AT - 7 * DAY_MS;
    expect(forfeit([pack('edge', edge)])).toEqual([]);
    expect(forfeit([pack('late', edge - 1)])).toMatchObject([{ lots: [{ lotId: 'late', credits: 10 }] }]);
  });

  it('spares no pack that was used, and one whose use was undone or will be', () => {
    expect(forfeit([pack('used', SENT_AT, { remaining: 9, consumed: 1 })])).toMatchObject([{ credits: 9 }]);
    expect(forfeit([pack('undone', SENT_AT, { consumed: 2, restored: 1, restoring: 1, remaining: 9 })])).toEqual([]);
  });

  it('spares no credits that were not bought', () => {
    expect(forfeit([lot('gift', { createdAt: SENT_AT })])).toMatchObject([{ credits: 10 }]);
  });

  it('counts from the payment of the order where the record has it', () => {
    const paidAt = SENT_AT - DAY_MS;
    const record = buildCaseRecord({ wallet: { lots: [pack('order-1', 0)] }, order: { paidAt } });
    expect(decideByRules(record, [BANNED], { parameters: ON }).effects).toEqual([]);
  });

  it('takes nothing while the switch is off, nor without a wallet', () => {
    expect(forfeit([lot('a')], [switchOn('banForfeits', false), windowOf('refundWindow', 7)])).toEqual([]);
    expect(decideByRules(buildCaseRecord({ wallet: undefined }), [BANNED], { parameters: ON }).effects).toEqual([]);
  });

  it('spares every unused pack while the window has no value', () => {
    const unset = [switchOn('banForfeits'), windowOf('refundWindow')];
    expect(forfeit([pack('old', 1), lot('gift')], unset)).toMatchObject([{ lots: [{ lotId: 'gift', credits: 10 }] }]);
  });
});
