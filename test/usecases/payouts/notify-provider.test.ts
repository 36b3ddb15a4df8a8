import { describe, expect, it } from 'vitest';
import { checkStalePayouts } from '../../../server/usecases/payouts/check-stale-payouts.ts';
import { notifyProvider, takeNotification } from '../../../server/usecases/payouts/notify-provider.ts';
import { sendPayout } from '../../../server/usecases/payouts/send-payout.ts';
import { settlePayout } from '../../../server/usecases/payouts/settle-payout.ts';
import { changePayout } from '../../../server/usecases/payouts/change-payout.ts';
import { buildRefund } from '../../builders/refund.ts';
import { buildEvent, play } from '../../builders/working-file.ts';
import { PAID, PayoutWorld, UNPAID } from './payout-world.ts';

const key = 'refund/anumi/o/0';
const pending = async () => {
  const world = PayoutWorld.of('sbx_pending_1');
  await sendPayout(world.deps, 'm');
  return world;
};

describe('a webhook', () => {
  it('settles what waited for it, and again changes nothing', async () => {
    const world = await pending();
    const body = { payoutId: key, state: 'settled' } as const;
    expect(await notifyProvider(world.deps, 'sandbox', body)).toEqual({
      payoutId: key,
      program: 'anumi',
      status: 'settled',
    });
    const { fence, ...settled } = world.payout;
    await Promise.all([notifyProvider(world.deps, 'sandbox', body), notifyProvider(world.deps, 'sandbox', body)]);
    expect(world.payout).toEqual({ ...settled, fence });
    expect(world.accounts).toEqual(PAID);
    expect(world.ledger.actions).toEqual(['payout.submitted', 'payout.settled']);
  });

  it('twice at the same moment posts once', async () => {
    const world = await pending();
    await Promise.all(
      Array.from({ length: 5 }, () => notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'settled' })),
    );
    expect(world.accounts).toEqual(PAID);
  });

  it('fails what waited for it', async () => {
    const world = await pending();
    expect(
      (await notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'failed', code: 'card_closed' })).status,
    ).toBe('failed');
    expect(world.payout.failureCode).toBe('card_closed');
    expect(world.accounts).toEqual(UNPAID());
  });

  it('is answered as booked where nobody could be woken for the credits that it freed', async () => {
    const world = await pending();
    Object.assign(world.deps, { onArrived: () => Promise.reject(new Error('the store is away')) });
    const answer = await notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'failed' });
    expect(answer.status).toBe('failed');
    expect(world.accounts).toEqual(UNPAID());
    expect(world.log.listMessages('warn')).toContain(
      'Events that wait for credits could not be woken; the sweep tries them again.',
    );
  });

  it('reverses what had settled, and says so once', async () => {
    const world = PayoutWorld.of('sbx_ok');
    await sendPayout(world.deps, 'm');
    for (let times = 0; times < 3; times += 1)
      await notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'failed' });
    expect(world.payout.status).toBe('reversed');
    expect(world.accounts).toEqual(UNPAID());
    expect(world.caseStatus).toBe('in_review');
    expect(world.ledger.actions).toEqual(['payout.settled', 'payout.reversed']);
  });

  it('that comes before the answer of the call settles, and the answer then changes nothing', async () => {
    const world = PayoutWorld.of('sbx_pending_1');
    const { create } = world.sandbox;
    world.sandbox.create = async (order, signal) => {
      const answer = await create(order, signal);
      await notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'settled' });
      return answer;
    };
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('settled');
    expect(world.ledger.messages.size).toBe(0);
    expect(world.accounts).toEqual(PAID);
  });

  it('that did not know the refund’s id is added to by one that does', async () => {
    const world = new PayoutWorld(buildRefund({ provider: 'stripe' }));
    const tell = (providerRefundId?: string) =>
      notifyProvider(world.deps, 'stripe', {
        payoutId: key,
        state: 'settled',
        ...(providerRefundId === undefined ? {} : { providerRefundId }),
      });
    await tell();
    expect(world.payout).not.toHaveProperty('providerRefundId');
    for (const id of ['re_1', 're_1', 're_2']) await tell(id);
    expect(world.payout).toMatchObject({ status: 'settled', providerRefundId: 're_1' });
    expect(world.ledger.orders.get('o')?.ownRefunds).toEqual([{ id: 're_1', amountMinor: 999 }]);
    expect(world.ledger.actions).toEqual(['payout.settled', 'payout.identified']);
    expect(world.accounts).toEqual(PAID);
  });

  it('of a failure takes back what was booked of the same refund as the provider’s own', async () => {
    for (const states of [['failed'], ['settled', 'failed']] as const) {
      const world = new PayoutWorld(buildRefund({ provider: 'stripe' }));
      world.payout.status = 'unknown';
      const data = { orderId: 'o', amountMinor: 999, currency: 'EUR', providerRefundId: 're_1' };
      await changePayout(world.deps, world.payout, ({ file }) => {
        const outcome = play(file, buildEvent('order.refunded_externally', data));
        return { action: 'test', actor: 'test', entries: outcome.status === 'applied' ? outcome.entries : [] };
      });
      for (const state of states)
        await notifyProvider(world.deps, 'stripe', {
          payoutId: key,
          state,
          ...(state === 'failed' ? { providerRefundId: 're_1' } : {}),
        });
      expect(world.payout).toMatchObject({ status: states.length === 1 ? 'failed' : 'reversed' });
      expect(world.ledger.orders.get('o')).toMatchObject({ refundedExternallyMinor: 0, overRefundedMinor: 0 });
      expect(world.accounts).toEqual(UNPAID('stripe'));
    }
  });

  it('that names the refund last takes back what was booked of it after it had settled', async () => {
    const world = new PayoutWorld(buildRefund({ provider: 'stripe' }));
    await notifyProvider(world.deps, 'stripe', { payoutId: key, state: 'settled' });
    const data = { orderId: 'o', amountMinor: 999, currency: 'EUR', providerRefundId: 're_1' };
    await changePayout(world.deps, world.payout, ({ file }) => {
      const outcome = play(file, buildEvent('order.refunded_externally', data));
      return { action: 'test', actor: 'test', entries: outcome.status === 'applied' ? outcome.entries : [] };
    });
    await notifyProvider(world.deps, 'stripe', { payoutId: key, state: 'settled', providerRefundId: 're_1' });
    expect(world.ledger.orders.get('o')).toMatchObject({ refundedExternallyMinor: 0, overRefundedMinor: 0 });
    expect(world.accounts).toEqual(PAID);
  });

  it('that contradicts a final outcome moves no money and is logged', async () => {
    const world = PayoutWorld.of('sbx_fail_1');
    await sendPayout(world.deps, 'm');
    await takeNotification(world.deps, 'sandbox', { key, answer: { state: 'settled' } });
    expect(world.payout.status).toBe('failed');
    expect(world.accounts).toEqual(UNPAID());
    expect(world.log.listMessages('error')).toHaveLength(1);
  });

  it('counts for a provider without an adapter: the program heard of it first', async () => {
    const world = new PayoutWorld(buildRefund({ provider: 'stripe' }));
    expect(
      (await notifyProvider(world.deps, 'stripe', { payoutId: key, state: 'requires_action', code: 'bank_details' }))
        .status,
    ).toBe('requires_action');
    expect(
      (await notifyProvider(world.deps, 'stripe', { payoutId: key, state: 'settled', providerRefundId: 're_1' }))
        .status,
    ).toBe('settled');
    expect(world.payout).toMatchObject({ status: 'settled', providerRefundId: 're_1' });
    expect(world.accounts).toEqual(PAID);
  });

  it('is refused about what nobody knows, what was not sent, and what another provider sends', async () => {
    const world = PayoutWorld.of('sbx_pending_1');
    await expect(notifyProvider(world.deps, 'sandbox', { payoutId: key, state: 'settled' })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
    await expect(
      notifyProvider(world.deps, 'sandbox', { payoutId: 'refund/anumi/none/0', state: 'settled' }),
    ).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
    await expect(notifyProvider(world.deps, 'stripe', { payoutId: key, state: 'settled' })).rejects.toMatchObject({
      code: 'PAYOUT_NOT_FOUND',
    });
    expect(world.payout.status).toBe('queued');
  });
});

describe('late failure of the sandbox', () => {
  it('settles, then is told of the failure until it is heard', async () => {
    const world = PayoutWorld.of('sbx_late_fail_1');
    await sendPayout(world.deps, 'm');
    expect(world.payout.status).toBe('settled');
    const deliver = () =>
      world.sandbox.deliverNotifications((notification) => takeNotification(world.deps, 'sandbox', notification));
    expect(await deliver()).toBe(0);
    world.now += 2_000;
    world.ledger.mishaps.push('die');
    await expect(deliver()).rejects.toThrow('died');
    expect(await deliver()).toBe(1);
    expect(world.payout).toMatchObject({ status: 'reversed', failureCode: 'failed_after_settlement' });
    expect(world.accounts).toEqual(UNPAID());
    expect(await deliver()).toBe(0);
  });
});

describe('interim answers', () => {
  it('of a former holder are not written over what came since', async () => {
    const world = PayoutWorld.of('sbx_ok');
    world.payout.status = 'sending';
    world.payout.fence = 3;
    await settlePayout(world.deps, world.payout, { state: 'submitted' }, { actor: 'system/payouts', fence: 2 });
    expect(world.payout.status).toBe('sending');
    await settlePayout(world.deps, world.payout, { state: 'pending_approval' }, { actor: 'system/payouts', fence: 3 });
    expect(world.payout.status).toBe('pending_approval');
  });

  it('waits with settling while held credits are on their way back', async () => {
    const world = PayoutWorld.of('sbx_ok');
    Object.assign(world.ledger.lots.get('o') ?? {}, { remaining: 95, restoring: 5 });
    await expect(sendPayout(world.deps, 'm')).rejects.toMatchObject({ code: 'CONFLICT' });
    Object.assign(world.ledger.lots.get('o') ?? {}, { remaining: 100, restoring: 0 });
    world.now += 30_000;
    await checkStalePayouts(world.deps);
    expect(world.payout.status).toBe('settled');
  });
});
