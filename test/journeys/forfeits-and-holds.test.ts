import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../server/main/composition.ts';
import {
  claimRequest,
  cloudEvent,
  customerWithOrder,
  file,
  findViolations,
  openHarness,
  postOutcomes,
  send,
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

describe('what other programs take or set aside', () => {
  const of = (program: string, raws: Record<string, unknown>[]) =>
    raws.map((raw) => ({ ...raw, data: { ...(raw['data'] as object), program } }));

  it('a ban at anypic forfeits the wallet and spares packs of which nothing is used', async () => {
    await send(
      harness.api,
      ...of('anypic', [
        ...customerWithOrder('ban', 'o-ban-a-used'),
        customerWithOrder('ban', 'o-ban-new')[1] ?? {},
        cloudEvent(
          'credits.granted',
          { customerId: 'ban', walletId: 'w-ban', lotId: 'ban-bonus', credits: 30, source: 'bonus' },
          -4,
        ),
        cloudEvent(
          'generation.charged',
          { generationId: 'ban-g', customerId: 'ban', walletId: 'w-ban', feature: 'photo', credits: 40 },
          -2,
        ),
        cloudEvent('account.status_changed', { customerId: 'ban', status: 'banned' }, -1),
      ]),
    );
    const filed = (
      await file(
        harness.api,
        claimRequest({
          program: 'anypic',
          customerId: 'ban',
          subject: { type: 'wallet', id: 'w-ban' },
          reason: 'unused_credits',
          remedy: 'credits',
          sender: { phone: '+86 139 0000 0000' },
          fields: { orderId: 'x', paymentTime: 'x', amount: 'x', reason: 'x', phone: 'x' },
        }),
      )
    ).response;
    expect(filed.decision).toMatchObject({ disposition: 'denied', reasonCode: 'CREDITS_FORFEITED' });
    expect(filed.case).toMatchObject({ status: 'settling', effects: [{ kind: 'credit_forfeit', state: 'reserved' }] });
    await postOutcomes(service);
    expect(await harness.api.getCase(filed.case.id)).toMatchObject({
      status: 'closed',
      effects: [{ state: 'posted' }],
    });
    const { balance, lots } = await harness.api.getWallet('anypic', 'w-ban');
    expect(balance).toBe(100);
    expect(Object.fromEntries(lots.map((lot) => [lot.lotId, lot.creditsRemaining]))).toEqual({
      'ban-bonus': 0,
      'o-ban-a-used': 0,
      'o-ban-new': 100,
    });
  });

  it('an unauthorised purchase at jimeng holds what is left of the order', async () => {
    await send(
      harness.api,
      ...of('jimeng', [
        ...customerWithOrder('theft', 'o-theft'),
        cloudEvent(
          'generation.charged',
          { generationId: 'theft-g', customerId: 'theft', walletId: 'w-theft', feature: 'video', credits: 10 },
          -2,
        ),
      ]),
    );
    const filed = (
      await file(
        harness.api,
        claimRequest({
          program: 'jimeng',
          customerId: 'theft',
          subject: { type: 'order', id: 'o-theft' },
          reason: 'unauthorised_purchase',
          sender: { email: 'theft@example.test' },
          fields: { email: 'x', transactionDate: 'x', amount: 'x', description: 'x' },
        }),
      )
    ).response;
    expect(filed.decision).toMatchObject({ disposition: 'referred', reasonCode: 'UNAUTHORISED_PURCHASE' });
    await postOutcomes(service);
    expect(await harness.api.getCase(filed.case.id)).toMatchObject({
      status: 'in_review',
      effects: [{ kind: 'credit_hold', state: 'posted' }],
    });
    expect(await harness.api.getWallet('jimeng', 'w-theft')).toMatchObject({ balance: 0, held: 90 });
    expect(
      await send(
        harness.api,
        ...of('jimeng', [
          cloudEvent('generation.charged', {
            generationId: 'theft-h',
            customerId: 'theft',
            walletId: 'w-theft',
            feature: 'video',
            credits: 1,
          }),
        ]),
      ),
    ).toMatchObject({ rejected: [{ code: 'INSUFFICIENT_CREDITS' }] });
  });
});
