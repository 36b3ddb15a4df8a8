import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reverseRefund } from '../../../server/core/payouts/reverse-refund.ts';
import { changePayout } from '../../../server/usecases/payouts/change-payout.ts';
import type { PayoutDeps } from '../../../server/usecases/payouts/payout-deps.ts';
import { settlePayout } from '../../../server/usecases/payouts/settle-payout.ts';
import { MemoryLedger } from '../../fakes/payouts/memory-ledger.ts';
import { claimOf, rawCharge, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

const PROVIDER = { actor: 'provider/sandbox' };
let world: ServiceWorld;
let payouts: PayoutDeps;
beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  world = await ServiceWorld.of('anumi');
  const { payoutStore } = new MemoryLedger(world.stores.tables.payouts);
  payouts = { ...world.outcomes, payouts: payoutStore, providers: new Map() };
});
afterEach(() => vi.restoreAllMocks());

const payout = (number: number) => {
  const found = world.stores.tables.payouts.get(`refund/anumi/o/${number}`);
  if (found === undefined) throw new Error(`no payout ${number}`);
  return found;
};
const order = () => world.stores.tables.orders.get('anumi/o');

/** Of 100 credits 10 are spent, 90 refunded; the generation fails while the money is on its way, so that 10 are left. */
async function refundTheRest(): Promise<void> {
  await world.send(rawOrder('c', 'o'), rawCharge('c', 'g', { credits: 10 }));
  await world.fileOne(claimOf('c', 'o'));
  await world.post();
  await world.send(rawFailure('g'));
  await world.post();
}

describe('a second refund of one order', () => {
  it('has a name of its own after the first one settled', async () => {
    await refundTheRest();
    await settlePayout(payouts, payout(0), { state: 'settled' }, PROVIDER);
    expect(world.stores.tables.lots.get('anumi/o')).toMatchObject({ remaining: 10, voided: 90, held: 0 });
    const { decision } = await world.fileOne(claimOf('c', 'o'));
    expect(decision.record.order).toMatchObject({ refundsReversed: 0, refundsSettled: 1 });
    expect(decision.decision.effects).toMatchObject([{ key: 'refund/anumi/o/1', amountMinor: 100, holdCredits: 10 }]);
    await world.post();
    await settlePayout(payouts, payout(1), { state: 'settled' }, PROVIDER);
    expect(order()).toMatchObject({ refundedMinor: 999, refundsSettled: 2, cashSettled: true });
  });

  it('keeps its name, and what it says of the order, when the first one is reversed meanwhile', async () => {
    await refundTheRest();
    await settlePayout(payouts, payout(0), { state: 'settled' }, PROVIDER);
    await world.fileOne(claimOf('c', 'o'));
    await world.post();
    await settlePayout(payouts, payout(1), { state: 'settled' }, PROVIDER);
    await changePayout(payouts, payout(0), ({ file, payout: first, at }) => ({
      entries: reverseRefund(file, first, 'returned', at),
      action: 'payout.reversed',
      actor: 'test',
    }));
    expect(order()).toMatchObject({ refundedMinor: 100, refundsSettled: 1, refundsReversed: 1, cashSettled: true });
    const { decision } = await world.fileOne(claimOf('c', 'o'));
    expect(decision.decision.effects.map((effect) => effect.key)).toEqual(['refund/anumi/o/2']);
  });
});

describe('credits that a payout held', () => {
  it('are there for who waits for them as soon as it failed, or was reversed', async () => {
    await world.send(rawOrder('c', 'o'));
    for (const [number, generationId] of ['g1', 'g2'].entries()) {
      await world.fileOne(claimOf('c', 'o'));
      await world.post();
      const [isSettled, spend] = [number === 1, rawCharge('c', generationId, { credits: 10 })];
      if (isSettled) await settlePayout(payouts, payout(number), { state: 'settled' }, PROVIDER);
      expect(await world.send(spend)).toMatchObject({ rejected: [{ code: 'INSUFFICIENT_CREDITS' }] });
      await settlePayout(payouts, payout(number), { state: 'failed' }, PROVIDER);
      expect(world.stores.tables.generations.get(`anumi/${generationId}`)).toMatchObject({ credits: 10 });
    }
    expect(await world.balanceOf('anumi', 'w-c')).toBe(80);
  });
});

describe('a claim whose effect has a name that is taken for good', () => {
  it('is a broken invariant, not a conflict that is worth another try', async () => {
    await world.send(rawOrder('c', 'o'));
    world.onCommit = (unit) => (unit.effects.length > 0 ? 'duplicate' : undefined);
    const [result] = await world.file([claimOf('c', 'o')]);
    expect(result).toMatchObject({ status: 'refused', error: { code: 'INTERNAL' } });
    expect(world.log.listMessages('error')).toHaveLength(1);
    expect(world.commits.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(3);
  });

  it('is tried again where the name was taken by a race', async () => {
    await world.send(rawOrder('c', 'o'));
    let races = 0;
    world.onCommit = (unit) => (unit.effects.length > 0 && (races += 1) <= 2 ? 'duplicate' : undefined);
    expect(await world.file([claimOf('c', 'o')])).toMatchObject([{ status: 'decided' }]);
  });
});
