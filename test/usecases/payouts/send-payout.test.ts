import { describe, expect, it } from 'vitest';
import { BuryMessage, ParkMessage } from '../../../server/usecases/outbox/message-fate.ts';
import { checkStalePayouts } from '../../../server/usecases/payouts/check-stale-payouts.ts';
import { sendPayout, tryPayout } from '../../../server/usecases/payouts/send-payout.ts';
import { buildRefund } from '../../builders/refund.ts';
import { buildEvent } from '../../builders/working-file.ts';
import { KeylessProvider, PAID, PayoutWorld, UNPAID } from './payout-world.ts';

const opened = buildEvent('dispute.opened', { disputeId: 'x', orderId: 'o' });

describe('sending through the sandbox', () => {
  it('settles an ordinary refund at once and finishes the message', async () => {
    const world = PayoutWorld.of('sbx_ok');
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({
      status: 'settled',
      settledAt: world.now,
      attempts: 1,
      providerRefundId: 'sbxr_refund/anumi/o/0',
    });
    expect(world.accounts).toEqual(PAID);
    expect(world.caseStatus).toBe('closed');
    expect(world.ledger.messages.size).toBe(0);
    expect(world.ledger.actions).toEqual(['payout.settled']);
  });

  it('fails a refused one, releases the hold and gives the case to a person', async () => {
    const world = PayoutWorld.of('sbx_fail_1');
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'failed', failureCode: 'refused' });
    expect(world.ledger.orders.get('o')?.ownRefunds).toMatchObject([{ amountMinor: 999, unpaid: true }]);
    expect(world.accounts).toEqual(UNPAID());
    expect(world.caseStatus).toBe('in_review');
    expect(world.ledger.messages.size).toBe(0);
  });

  it('leaves one that waits for a webhook submitted', async () => {
    const world = PayoutWorld.of('sbx_pending_1');
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'submitted', submittedAt: world.now });
    expect(world.caseStatus).toBe('settling');
    expect(world.ledger.messages.size).toBe(0);
    world.now += 60_000;
    await checkStalePayouts(world.deps);
    expect(world.payout).toMatchObject({ status: 'submitted', updatedAt: world.now });
  });

  it('looks an unanswered one up at once and never sends it twice', async () => {
    const world = PayoutWorld.of('sbx_unknown_1');
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'settled', attempts: 1 });
    expect(world.book.refunds.size).toBe(1);
    expect(world.accounts).toEqual(PAID);
  });

  it('does nothing for a message that is done, and finishes one whose payout is under way', async () => {
    const world = PayoutWorld.of('sbx_ok');
    await sendPayout(world.deps, 'm');
    await sendPayout(world.deps, 'm');
    expect(world.payout.attempts).toBe(1);
    const other = PayoutWorld.of('sbx_ok');
    other.payout.status = 'submitted';
    await sendPayout(other.deps, 'm');
    expect(other.ledger.messages.size).toBe(0);
    expect(other.payout).toMatchObject({ status: 'submitted', attempts: 0 });
  });
});

describe('dying and rivalry', () => {
  it('between create and record: the lease runs out, the next holder finds the refund by its key', async () => {
    const world = PayoutWorld.of('sbx_ok');
    world.ledger.mishaps.push('die');
    await expect(sendPayout(world.deps, 'm')).rejects.toThrow('died');
    expect(world.payout).toMatchObject({ status: 'sending', fence: 1 });
    expect(world.book.refunds.size).toBe(1);
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'sending', fence: 1 });
    world.now += 30_000;
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'settled', fence: 2, attempts: 2 });
    expect(world.accounts).toEqual(PAID);
  });

  it('the periodic check takes over from a holder who died', async () => {
    const world = PayoutWorld.of('sbx_ok');
    world.ledger.mishaps.push('die');
    await expect(sendPayout(world.deps, 'm')).rejects.toThrow('died');
    world.now += 30_000;
    await checkStalePayouts(world.deps);
    expect(world.payout.status).toBe('settled');
    await sendPayout(world.deps, 'm');
    expect(world.ledger.messages.size).toBe(0);
  });

  it('two workers at once send and post once', async () => {
    const world = PayoutWorld.of('sbx_ok');
    await Promise.all([sendPayout(world.deps, 'm'), sendPayout(world.deps, 'm'), checkStalePayouts(world.deps)]);
    expect(world.payout).toMatchObject({ status: 'settled', attempts: 1, fence: 1 });
    expect(world.ledger.actions).toEqual(['payout.settled']);
  });

  it('a lost guard reads again and posts once', async () => {
    const world = PayoutWorld.of('sbx_ok');
    world.ledger.mishaps.push('conflict', 'conflict');
    await sendPayout(world.deps, 'm');
    expect(world.accounts).toEqual(PAID);
    expect(world.ledger.actions).toEqual(['payout.settled']);
  });

  it('does not call with less than half of the lease left', async () => {
    const world = PayoutWorld.of('sbx_ok');
    const { lookUp } = world.sandbox;
    world.sandbox.lookUp = async (order) => {
      world.now += 15_001;
      return lookUp(order);
    };
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('unknown');
    expect(world.book.refunds.size).toBe(0);
  });
});

describe('what may not go out', () => {
  it('waits while the order is disputed and goes out when the dispute is won', async () => {
    const world = new PayoutWorld(buildRefund({}, opened));
    const parked: unknown = await sendPayout(world.deps, 'm').catch((error: unknown) => error);
    expect(parked).toBeInstanceOf(ParkMessage);
    expect(parked).toMatchObject({ dueAt: world.now + 30_000 });
    expect(world.payout.status).toBe('queued');
    expect(world.book.refunds.size).toBe(0);
    const [dispute] = world.ledger.orders.get('o')?.disputes ?? [];
    Object.assign(dispute ?? {}, { outcome: 'won', closedAt: world.now });
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('settled');
  });

  it('counts no try while it waits, however long that is', async () => {
    const world = new PayoutWorld(buildRefund({}, opened));
    const fences: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(sendPayout(world.deps, 'm')).rejects.toBeInstanceOf(ParkMessage);
      world.now += 30_000;
      fences.push(world.payout.fence);
    }
    expect(fences).toEqual([1, 1, 1]);
    expect(world.payout).toMatchObject({ status: 'queued', attempts: 0 });
  });

  it('is cancelled, though it was put back before, once the dispute is lost', async () => {
    const world = new PayoutWorld(buildRefund({}, opened));
    await expect(sendPayout(world.deps, 'm')).rejects.toBeInstanceOf(ParkMessage);
    const [dispute] = world.ledger.orders.get('o')?.disputes ?? [];
    Object.assign(dispute ?? {}, { outcome: 'lost', closedAt: world.now });
    await sendPayout(world.deps, 'm');
    expect(world.payout).toMatchObject({ status: 'cancelled', fence: 1 });
    expect(world.ledger.messages.size).toBe(0);
  });

  it('is cancelled where the dispute was lost', async () => {
    const world = new PayoutWorld(
      buildRefund({}, opened, buildEvent('dispute.closed', { disputeId: 'x', orderId: 'o', outcome: 'lost' })),
    );
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('cancelled');
    expect(world.ledger.cases.get('case')).toMatchObject({ status: 'closed', closure: 'already_paid' });
    expect(world.ledger.messages.size).toBe(0);
    expect(world.book.refunds.size).toBe(0);
  });

  it('becomes a dead letter where nobody can send it', async () => {
    const stranger = new PayoutWorld(buildRefund({ provider: 'polar' }));
    await expect(sendPayout(stranger.deps, 'm')).rejects.toMatchObject({
      name: 'BuryMessage',
      code: 'PROVIDER_NOT_CONFIGURED',
    });
    const lost = PayoutWorld.of('sbx_ok');
    lost.ledger.payouts.clear();
    await expect(sendPayout(lost.deps, 'm')).rejects.toBeInstanceOf(BuryMessage);
  });
});

describe('a provider that takes no key', () => {
  const start = () => {
    const provider = new KeylessProvider();
    return { provider, world: new PayoutWorld(buildRefund({ provider: 'paddle' }), provider) };
  };

  it('is created at once where nothing was sent before', async () => {
    const { provider, world } = start();
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('settled');
    expect(provider.lookUps).toBe(1);
  });

  it('is created again only after an expired lease rested and two look-ups a minute apart found nothing', async () => {
    const { provider, world } = start();
    let creates = 0;
    provider.onCreate = async () => {
      creates += 1;
      if (creates === 1) throw new Error('connection reset');
      return { state: 'settled' };
    };
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('unknown');
    world.now += 59_999;
    await checkStalePayouts(world.deps);
    expect(provider.lookUps).toBe(2);
    world.now += 1;
    await checkStalePayouts(world.deps);
    expect(world.payout).toMatchObject({ status: 'unknown', emptyLookUps: 1 });
    expect(creates).toBe(1);
    world.now += 59_999;
    await checkStalePayouts(world.deps);
    expect(creates).toBe(1);
    world.now += 1;
    await checkStalePayouts(world.deps);
    expect(creates).toBe(2);
    expect(world.payout).toMatchObject({ status: 'settled', emptyLookUps: 0 });
    expect(world.accounts).toEqual({ ...PAID });
  });

  it('is not created by somebody who read it as queued and slept while another paid and died', async () => {
    const { provider, world } = start();
    const read = structuredClone(world.payout);
    provider.isVisible = false;
    provider.onCreate = async () => {
      provider.paid += 1;
      throw new Error('connection reset');
    };
    world.ledger.mishaps.push('die');
    await expect(sendPayout(world.deps, 'm')).rejects.toThrow('died');
    expect(world.payout.status).toBe('sending');
    world.now += 31_000;
    await tryPayout(world.deps, read);
    expect(provider.paid).toBe(1);
    expect(world.payout).toMatchObject({ status: 'sending', fence: 1 });
  });

  it('is not created again where the holder died after paying, though the refund shows up late', async () => {
    const { provider, world } = start();
    provider.isVisible = false;
    provider.onCreate = async () => {
      provider.paid += 1;
      throw new Error('connection reset');
    };
    await sendPayout(world.deps, 'm');
    world.now += 60_000;
    await checkStalePayouts(world.deps);
    expect(world.payout.emptyLookUps).toBe(1);
    provider.isVisible = true;
    world.now += 60_000;
    await checkStalePayouts(world.deps);
    expect(world.payout.status).toBe('settled');
    expect(provider.paid).toBe(1);
  });

  it('rests a minute after the lease of a holder who died', async () => {
    const { provider, world } = start();
    world.ledger.mishaps.push('die');
    provider.onCreate = async () => {
      provider.paid += 1;
      return { state: 'settled' };
    };
    await expect(sendPayout(world.deps, 'm')).rejects.toThrow('died');
    world.now += 89_999;
    await checkStalePayouts(world.deps);
    expect(world.payout.status).toBe('sending');
    world.now += 1;
    await checkStalePayouts(world.deps);
    expect(world.payout.status).toBe('settled');
    expect(provider.paid).toBe(1);
  });
});
