import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../server/main/composition.ts';
import {
  ACTOR,
  claimRequest,
  cloudEvent,
  customerWithOrder,
  file,
  findViolations,
  openHarness,
  payoutsOf,
  postOutcomes,
  send,
  sendPayouts,
  type Harness,
} from './service-harness.ts';

let harness: Harness;
let service: Service;
beforeAll(async () => {
  harness = await openHarness();
  const [first] = harness.services;
  service = first;
});
afterAll(() => harness?.close());
afterEach(async () => expect(await findViolations(service)).toEqual([]));

const claim = (name: string, change: Record<string, unknown> = {}) =>
  file(harness.api, claimRequest({ customerId: name, subject: { type: 'order', id: `o-${name}` }, ...change }));
const dispute = (name: string, outcome?: 'won' | 'lost') =>
  cloudEvent(
    `dispute.${outcome === undefined ? 'opened' : 'closed'}`,
    { disputeId: `d-${name}`, orderId: `o-${name}`, ...(outcome === undefined ? {} : { outcome }) },
    outcome === undefined ? -0.5 : -0.4,
  );
const refunded = (name: string, amountMinor: number) =>
  cloudEvent(
    'order.refunded_externally',
    { orderId: `o-${name}`, amountMinor, currency: 'EUR', providerRefundId: `r-${name}` },
    -0.5,
  );
const walletOf = async (name: string) => {
  const { balance, held } = await harness.api.getWallet('anumi', `w-${name}`);
  return { balance, held };
};
const attentionOf = async () =>
  (
    await harness.api.listRejectedEvents({
      from: 0,
      to: 99,
      sort: ['receivedAt', 'DESC'],
      filter: { status: 'attention' },
    })
  ).items.map((row) => row.code);

const settle = async (caseId: string, state: 'settled' | 'failed') => {
  const [payout] = await payoutsOf(harness.api, caseId);
  await harness.api.notifyProvider('sandbox', { payoutId: payout?.id ?? '', state }, ACTOR);
};
const orderOf = async (name: string) =>
  (await service.stores.files.load([`anumi/${name}`], [])).get(`anumi/${name}`)?.orders.get(`o-${name}`);

/** A customer whose refund is promised and not sent. */
async function promised(name: string, change: Record<string, unknown> = {}): Promise<string> {
  await send(harness.api, ...customerWithOrder(name, `o-${name}`, change));
  const { case: kase } = (await claim(name)).response;
  await postOutcomes(service);
  expect(await payoutsOf(harness.api, kase.id)).toMatchObject([{ status: 'queued' }]);
  return kase.id;
}

describe('a dispute that opens while a refund waits', () => {
  it('stops it; won, it is paid after all', async () => {
    const caseId = await promised('won');
    await send(harness.api, dispute('won'));
    expect(await sendPayouts(service)).toBe(1);
    expect(await payoutsOf(harness.api, caseId)).toMatchObject([{ status: 'queued' }]);
    expect(await walletOf('won')).toEqual({ balance: 0, held: 100 });
    await send(harness.api, dispute('won', 'won'));
    expect(await sendPayouts(service)).toBe(0);
    expect(await payoutsOf(harness.api, caseId)).toMatchObject([{ status: 'settled' }]);
    expect(await walletOf('won')).toEqual({ balance: 0, held: 0 });
  });

  it('stops it; lost, it is cancelled and the case ends as already paid', async () => {
    const caseId = await promised('lost');
    await send(harness.api, dispute('lost'));
    await send(harness.api, dispute('lost', 'lost'));
    expect(await sendPayouts(service)).toBe(0);
    expect(await payoutsOf(harness.api, caseId)).toMatchObject([{ status: 'cancelled' }]);
    expect(await harness.api.getCase(caseId)).toMatchObject({ status: 'closed', closure: 'already_paid' });
    expect(await walletOf('lost')).toEqual({ balance: 0, held: 0 });
    expect((await claim('lost')).response.decision).toMatchObject({
      disposition: 'no_action',
      reasonCode: 'DISPUTE_LOST',
    });
  });
});

describe('a dispute that is lost while a refund is on its way', () => {
  it('pays twice where the refund arrives too: a person gets the case', async () => {
    const caseId = await promised('both', { paymentRef: 'sbx_pending' });
    await sendPayouts(service);
    await send(harness.api, dispute('both'));
    await send(harness.api, dispute('both', 'lost'));
    await settle(caseId, 'settled');
    expect(await orderOf('both')).toMatchObject({ refundedMinor: 999, chargedBackMinor: 999, overRefundedMinor: 999 });
    expect(await harness.api.getCase(caseId)).toMatchObject({ status: 'in_review', queue: 'payouts' });
  });
});

describe('a dispute without a refund', () => {
  it('holds the credits, refers claims, and gives the credits back when it is won', async () => {
    await send(harness.api, ...customerWithOrder('calm', 'o-calm'));
    const first = (
      await claim('calm', {
        reason: 'balance_dispute',
        remedy: 'credits',
        sentAt: new Date(Date.now() - 86_400_000).toISOString(),
      })
    ).response;
    await send(harness.api, dispute('calm'));
    expect(await walletOf('calm')).toEqual({ balance: 0, held: 100 });
    expect((await claim('calm')).response.decision).toMatchObject({
      disposition: 'referred',
      reasonCode: 'DISPUTE_OPEN',
    });
    await send(harness.api, dispute('calm', 'won'));
    expect(await walletOf('calm')).toEqual({ balance: 100, held: 0 });
    expect(await harness.api.getCase(first.case.id)).toMatchObject({ status: 'in_review' });
  });

  it('closes what waited for a person when it is lost, and voids the lot', async () => {
    await send(harness.api, ...customerWithOrder('gone', 'o-gone'));
    const first = (await claim('gone', { reason: 'balance_dispute', remedy: 'credits' })).response;
    await send(harness.api, dispute('gone'), dispute('gone', 'lost'));
    expect(await harness.api.getCase(first.case.id)).toMatchObject({ status: 'closed', closure: 'already_paid' });
    expect(await walletOf('gone')).toEqual({ balance: 0, held: 0 });
  });

  it('opened by somebody who never wrote proposes to suspend the account; by somebody who did, not', async () => {
    await send(harness.api, ...customerWithOrder('silent', 'o-silent'), ...customerWithOrder('spoke', 'o-spoke'));
    await claim('spoke', {
      reason: 'balance_dispute',
      remedy: 'credits',
      sentAt: new Date(Date.now() - 86_400_000).toISOString(),
    });
    await send(harness.api, dispute('silent'), dispute('spoke'));
    const silent = (await claim('silent')).response;
    expect(silent.decision).toMatchObject({ disposition: 'referred', reasonCode: 'CHARGEBACK_WITHOUT_CONTACT' });
    expect(silent.case.effects).toMatchObject([{ kind: 'account_action', state: 'proposed' }]);
    expect((await claim('spoke')).response.decision).toMatchObject({ reasonCode: 'DISPUTE_OPEN' });
  });
});

describe('a refund that the provider makes on its own', () => {
  it('in full voids the lot, and there is nothing left to claim', async () => {
    await send(harness.api, ...customerWithOrder('full', 'o-full'));
    await send(harness.api, refunded('full', 999));
    expect(await walletOf('full')).toEqual({ balance: 0, held: 0 });
    expect((await claim('full')).response.decision).toMatchObject({ reasonCode: 'ALREADY_REFUNDED' });
  });

  it('in full, while credits are on their way back, voids those when they arrive', async () => {
    await send(
      harness.api,
      ...customerWithOrder('late', 'o-late'),
      cloudEvent(
        'generation.charged',
        {
          generationId: 'g-late',
          customerId: 'late',
          walletId: 'w-late',
          actorId: 'late',
          feature: 'avatar',
          credits: 40,
        },
        -2,
      ),
      cloudEvent(
        'generation.failed',
        { generationId: 'g-late', failure: { class: 'internal', source: 'app', confirmedBy: ['app'] } },
        -1,
      ),
    );
    await send(harness.api, refunded('late', 999));
    await postOutcomes(service);
    expect(await walletOf('late')).toEqual({ balance: 0, held: 0 });
    const [kase] = (
      await harness.api.listCases({ from: 0, to: 9, sort: ['openedAt', 'DESC'], filter: { customerId: 'late' } })
    ).items;
    expect(kase).toMatchObject({ status: 'closed', effects: [{ kind: 'credit_restore', state: 'posted' }] });
  });

  it('in part voids nothing and is listed; the rest can be claimed', async () => {
    await send(harness.api, ...customerWithOrder('half', 'o-half'));
    await send(harness.api, refunded('half', 300));
    expect(await walletOf('half')).toEqual({ balance: 100, held: 0 });
    expect(await attentionOf()).toContain('PARTIAL_EXTERNAL_REFUND');
    expect((await claim('half')).response.decision).toMatchObject({ remedy: 'cash_full', amountMinor: 699 });
    await postOutcomes(service);
    await sendPayouts(service);
    expect(await walletOf('half')).toEqual({ balance: 0, held: 0 });
  });

  it('beyond a refund that is not sent yet cancels that one', async () => {
    const caseId = await promised('twice');
    await send(harness.api, refunded('twice', 999));
    await sendPayouts(service);
    expect(await payoutsOf(harness.api, caseId)).toMatchObject([{ status: 'cancelled' }]);
    expect(await harness.api.getCase(caseId)).toMatchObject({ status: 'closed', closure: 'already_paid' });
    expect(await walletOf('twice')).toEqual({ balance: 0, held: 0 });
  });

  it('beyond one that is on its way is listed as refunded in excess', async () => {
    const caseId = await promised('excess', { paymentRef: 'sbx_pending' });
    await sendPayouts(service);
    await send(harness.api, refunded('excess', 999));
    const [payout] = await payoutsOf(harness.api, caseId);
    await harness.api.notifyProvider('sandbox', { payoutId: payout?.id ?? '', state: 'settled' }, ACTOR);
    expect(await payoutsOf(harness.api, caseId)).toMatchObject([{ status: 'settled' }]);
    const loaded = await service.stores.files.load(['anumi/excess'], []);
    expect(loaded.get('anumi/excess')?.orders.get('o-excess')).toMatchObject({
      refundedMinor: 999,
      refundedExternallyMinor: 999,
      overRefundedMinor: 999,
    });
  });

  it('that is our own, reported back, counts once', async () => {
    const caseId = await promised('echo', { paymentRef: 'sbx_pending' });
    await sendPayouts(service);
    await settle(caseId, 'settled');
    const [payout] = await payoutsOf(harness.api, caseId);
    const echo = { orderId: 'o-echo', amountMinor: 999, currency: 'EUR', providerRefundId: payout?.providerRefundId };
    await send(harness.api, cloudEvent('order.refunded_externally', echo, -0.3));
    expect(await orderOf('echo')).toMatchObject({ refundedMinor: 999, refundedExternallyMinor: 0 });
  });
});
