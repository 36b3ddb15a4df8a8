import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import {
  ACTOR,
  claimRequest,
  cloudEvent,
  customerWithOrder,
  file,
  openHarness,
  payoutsOf,
  postOutcomes,
  send,
  sendPayouts,
  type Harness,
} from '../journeys/service-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

async function lastOf(action: string): Promise<AuditEvent | undefined> {
  const trail = harness.services[0]?.stores.auditTrail;
  return (await trail?.list({ from: 0, to: 0, sort: ['at', 'DESC'], filter: { action } }))?.items[0];
}

describe('who tried an event again', () => {
  it('is in the audit, with what became of it', async () => {
    const charge = cloudEvent('generation.charged', {
      generationId: 'g',
      customerId: 'c',
      walletId: 'w-c',
      feature: 'avatar',
      credits: 5,
    });
    await send(harness.api, charge);
    const page = { from: 0, to: 0, sort: ['receivedAt', 'DESC'] as const, filter: {} };
    const [kept] = (await harness.api.listRejectedEvents(page)).items;
    const id = kept?.id ?? '';
    expect(await harness.api.replayRejectedEvent(id, ACTOR)).toMatchObject({ outcome: 'waiting' });
    expect(await lastOf('event.replayed')).toMatchObject({
      actor: 'key/test',
      program: 'anumi',
      subject: { type: 'event', id },
      detail: { outcome: 'waiting' },
      requestId: 'test',
    });
  });
});

describe('who looked at an event that asked for it', () => {
  it('is in the audit with what it said, and the row is closed', async () => {
    await send(
      harness.api,
      ...customerWithOrder('looked', 'o-looked'),
      cloudEvent('order.refunded_externally', {
        orderId: 'o-looked',
        amountMinor: 5_000,
        currency: 'EUR',
        providerRefundId: 'r',
      }),
    );
    const page = { from: 0, to: 9, sort: ['receivedAt', 'DESC'] as const, filter: { status: 'attention' } };
    const [row] = (await harness.api.listRejectedEvents(page)).items;
    const id = row?.id ?? '';
    expect(await harness.api.replayRejectedEvent(id, ACTOR)).toMatchObject({ id, outcome: 'acknowledged' });
    expect((await harness.api.listRejectedEvents(page)).items).toEqual([]);
    expect(await lastOf('event.acknowledged')).toMatchObject({
      actor: 'key/test',
      program: 'anumi',
      subject: { type: 'event', id },
      detail: { code: 'OVER_REFUNDED', message: row?.message, eventKey: row?.eventKey },
    });
  });
});

describe('who told what became of a refund', () => {
  it('is in the audit', async () => {
    const [service] = harness.services;
    await send(harness.api, ...customerWithOrder('d', 'o-d', { paymentRef: 'sbx_slow_d' }));
    const { response } = await file(
      harness.api,
      claimRequest({ customerId: 'd', subject: { type: 'order', id: 'o-d' } }),
    );
    await postOutcomes(service);
    await sendPayouts(service);
    const [payout] = await payoutsOf(harness.api, response.case.id);
    const payoutId = payout?.id ?? '';
    await harness.api.notifyProvider('sandbox', { payoutId, state: 'settled' }, ACTOR);
    expect(await lastOf('payout.notified')).toMatchObject({
      actor: 'key/test',
      program: 'anumi',
      subject: { type: 'payout', id: payoutId },
      detail: { provider: 'sandbox', state: 'settled' },
    });
  });
});
