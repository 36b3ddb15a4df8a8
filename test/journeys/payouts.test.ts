import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ACTOR,
  claimRequest,
  cloudEvent,
  customerWithOrder,
  eventually,
  file,
  findViolations,
  openHarness,
  payoutsOf,
  send,
  type Harness,
} from './service-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
  harness.startWorkers();
});
afterAll(() => harness?.close());
afterEach(async () => {
  const [service] = harness.services;
  expect(await findViolations(service)).toEqual([]);
});

const onOrder = (name: string) => claimRequest({ customerId: name, subject: { type: 'order', id: `o-${name}` } });
const walletOf = async (name: string) => {
  const { balance, held } = await harness.api.getWallet('anumi', `w-${name}`);
  return { balance, held };
};

/** A customer whose pack of 100 credits for 9.99 EUR is refunded through a payment that behaves as `paymentRef` says. */
async function refund(
  name: string,
  paymentRef: string,
): Promise<{ caseId: string; reach: (status: string) => Promise<Awaited<ReturnType<typeof payoutsOf>>[number]> }> {
  await send(harness.api, ...customerWithOrder(name, `o-${name}`, { paymentRef }));
  const { case: kase, decision } = (await file(harness.otherApi, onOrder(name))).response;
  expect(decision).toMatchObject({ disposition: 'granted', remedy: 'cash_full', amountMinor: 999, currency: 'EUR' });
  const reach = (status: string) =>
    eventually(
      async () => (await payoutsOf(harness.api, kase.id)).find((payout) => payout.status === status) ?? null,
      `payout of ${name} is ${status}`,
    );
  return { caseId: kase.id, reach };
}

describe('a refund', () => {
  it('that the provider pays voids the credits and closes the case', async () => {
    const { caseId, reach } = await refund('ok', 'sbx_ok');
    await reach('settled');
    expect(await harness.api.getCase(caseId)).toMatchObject({
      status: 'closed',
      effects: [{ kind: 'cash_refund', state: 'posted' }],
    });
    expect(await walletOf('ok')).toEqual({ balance: 0, held: 0 });
    expect((await file(harness.api, onOrder('ok'))).response.decision).toMatchObject({
      disposition: 'no_action',
      reasonCode: 'ALREADY_REFUNDED',
    });
    const timeline = await harness.api.getTimeline(caseId);
    expect(timeline.map((item) => item.code)).toEqual(
      expect.arrayContaining([
        'unused_credits',
        'UNUSED_PACK',
        'refund_promised',
        'refund_settled',
        'credits_voided',
        'settled',
      ]),
    );
  });

  it('that the provider refuses gives the credits back and the case to a person; a new claim has a new key', async () => {
    const { caseId, reach } = await refund('fail', 'sbx_fail');
    expect(await reach('failed')).toMatchObject({ id: 'refund/anumi/o-fail/0', failureCode: 'refused' });
    expect(await harness.api.getCase(caseId)).toMatchObject({
      status: 'in_review',
      effects: [{ kind: 'cash_refund', state: 'reversed' }],
    });
    expect(await walletOf('fail')).toEqual({ balance: 100, held: 0 });
    const again = (await file(harness.api, onOrder('fail'))).response;
    expect(again.decision).toMatchObject({ disposition: 'granted' });
    await eventually(
      async () =>
        (await payoutsOf(harness.api, again.case.id)).find(
          (payout) => payout.id === 'refund/anumi/o-fail/1' && payout.status === 'failed',
        ) ?? null,
      'the second refusal',
    );
  });

  it('that fails after it settled is reversed, the voided credits included', async () => {
    const { caseId, reach } = await refund('late', 'sbx_late_fail');
    expect(await reach('reversed')).toMatchObject({ failureCode: 'failed_after_settlement' });
    expect(await harness.api.getCase(caseId)).toMatchObject({ status: 'in_review' });
    expect(await walletOf('late')).toEqual({ balance: 100, held: 0 });
    const entries = await harness.api.listEntries({ from: 0, to: 19, sort: ['recordedAt', 'ASC'], filter: { caseId } });
    expect(entries.items.map((entry) => entry.kind).sort()).toEqual([
      'credits_voided',
      'refund_promised',
      'refund_reversed',
      'refund_reversed',
      'refund_settled',
      'void_reversed',
    ]);
  });

  it('that waits for the provider’s word holds the credits until a notification comes, once or twice', async () => {
    const { caseId, reach } = await refund('pending', 'sbx_pending');
    const payout = await reach('submitted');
    expect(await walletOf('pending')).toEqual({ balance: 0, held: 100 });
    // What is promised counts as done, so that nothing is left to claim.
    expect((await file(harness.api, onOrder('pending'))).response.decision).toMatchObject({
      disposition: 'no_action',
      reasonCode: 'ALREADY_REFUNDED',
    });
    const settled = { payoutId: payout.id, state: 'settled' } as const;
    await Promise.all([
      harness.api.notifyProvider('sandbox', settled, ACTOR),
      harness.otherApi.notifyProvider('sandbox', settled, ACTOR),
    ]);
    await reach('settled');
    expect(await harness.api.getCase(caseId)).toMatchObject({ status: 'closed' });
    expect(await walletOf('pending')).toEqual({ balance: 0, held: 0 });
  });

  it('whose answer never came is looked up and paid once', async () => {
    const { reach } = await refund('unknown', 'sbx_unknown');
    expect(await reach('settled')).toMatchObject({ id: 'refund/anumi/o-unknown/0', amountMinor: 999 });
    expect(await walletOf('unknown')).toEqual({ balance: 0, held: 0 });
  });

  it('of a pack in use pays the unused share, floor and all', async () => {
    await send(
      harness.api,
      ...customerWithOrder('part', 'o-part'),
      cloudEvent(
        'generation.charged',
        { generationId: 'g-part', customerId: 'part', walletId: 'w-part', feature: 'avatar', credits: 33 },
        -2,
      ),
    );
    const { case: kase, decision } = (await file(harness.api, onOrder('part'))).response;
    expect(decision).toMatchObject({ remedy: 'cash_pro_rata', amountMinor: Math.floor((999 * 67) / 100) });
    await eventually(
      async () => (await payoutsOf(harness.api, kase.id)).find((payout) => payout.status === 'settled') ?? null,
      'the share',
    );
    expect(await walletOf('part')).toEqual({ balance: 0, held: 0 });
  });
});
