import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../server/contract/rules/golden-case-schema.ts';
import { expandGoldenCase, GOLDEN_AT } from '../../server/usecases/golden/expand-golden-case.ts';
import { buildGoldenBench } from './bench.ts';

const bench = await buildGoldenBench();
const content = bench.programs.get('anumi');
if (!content) throw new Error('anumi is missing');
const FRAME = { semantics: 1, calendars: { zone: 'z', holidays: 'h' } };
const AT = Date.parse(GOLDEN_AT);
const EXPECT: GoldenCase['expect'] = { disposition: 'referred', reasonCode: 'POLICY_SILENT', rule: 'policy-silent' };
const expand = (golden: Omit<GoldenCase, 'name' | 'expect'>) =>
  expandGoldenCase({ name: 'x', expect: EXPECT, ...golden }, content, FRAME);

describe('expandGoldenCase', () => {
  it('fills in what a claim about an order leaves out', () => {
    const record = expand({
      claim: { about: 'order', reason: 'unused_credits' },
      order: { paid: '1d before the claim' },
    });
    expect(record).toMatchObject({
      schema: 1,
      program: 'anumi',
      at: AT,
      subjectKnown: true,
      calendars: FRAME.calendars,
    });
    expect(record.claim).toMatchObject({
      remedy: 'cash',
      channel: 'web_support',
      sentAt: AT,
      receivedAt: AT,
      fields: ['description', 'orderId'],
      sender: { emailKnown: true },
    });
    expect(record.customer).toMatchObject({
      status: 'active',
      country: 'US',
      isConsumer: true,
      zone: 'UTC',
      paidAt: [AT - 86_400_000],
    });
    expect(record.order).toMatchObject({ amountMinor: 1000, creditsBought: 100, lot: { remaining: 100, consumed: 0 } });
    expect(record).not.toHaveProperty('generation');
  });

  it('leaves out what null says nobody reported', () => {
    const record = expand({
      claim: { about: 'generation', reason: 'other', sender: null },
      customer: { country: null, isConsumer: null },
      generation: { status: 'charged', platform: null, startedByHolder: null },
    });
    expect(record.claim).not.toHaveProperty('sender');
    for (const name of ['country', 'isConsumer']) expect(record.customer).not.toHaveProperty(name);
    for (const name of ['platform', 'actorIsHolder', 'failure', 'succeededAt'])
      expect(record.generation).not.toHaveProperty(name);
  });

  it('takes what a generation costs from the order, or from bonus credits without one', () => {
    const paid = expand({
      claim: { about: 'generation', reason: 'other' },
      order: { paid: '1d before the claim' },
      generation: { status: 'succeeded' },
    });
    expect(paid.order?.lot).toMatchObject({ consumed: 5, remaining: 95, delivered: 5 });
    expect(paid.generation?.consumption).toEqual([{ lotId: 'order-1', credits: 5, restored: 0 }]);
    const failed = expand({
      claim: { about: 'generation', reason: 'other' },
      order: { paid: '1d before the claim' },
      generation: { status: 'failed', restored: 5 },
    });
    expect(failed.order?.lot).toMatchObject({ consumed: 5, restored: 5, remaining: 100, delivered: 0 });
    const given = expand({
      claim: { about: 'generation', reason: 'other' },
      generation: { status: 'succeeded', credits: 7 },
    });
    expect(given.generation?.consumption).toEqual([{ lotId: 'bonus-1', credits: 7, restored: 0 }]);
  });

  it('records nothing of an unknown subject', () => {
    const record = expand({
      claim: { about: 'order', reason: 'other', known: false },
      order: { paid: '1d before the claim' },
    });
    expect(record.subjectKnown).toBe(false);
    for (const name of ['order', 'generation', 'wallet']) expect(record).not.toHaveProperty(name);
  });

  it('counts from the claim and from the decision apart', () => {
    const record = expand({
      claim: { about: 'order', reason: 'other', sent: '3d before the decision' },
      wallet: { courtesyGranted: ['1d before the decision', '1d before the claim'] },
      order: { paid: '1d before the claim' },
    });
    expect(record.claim.sentAt).toBe(AT - 3 * 86_400_000);
    expect(record.order?.paidAt).toBe(AT - 4 * 86_400_000);
    expect(record.wallet?.courtesyGrantedAt).toEqual([AT - 4 * 86_400_000, AT - 86_400_000]);
  });

  it('shows the lots that a ban could take', () => {
    const record = expand({
      claim: { about: 'order', reason: 'other' },
      customer: { status: 'banned' },
      wallet: { bonusCredits: 20 },
      order: { paid: '9d before the claim' },
    });
    expect(record.wallet?.lots.map(({ id, remaining }) => [id, remaining])).toEqual([
      ['order-1', 100],
      ['bonus-1', 20],
    ]);
  });
});
