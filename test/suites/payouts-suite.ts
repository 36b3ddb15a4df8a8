import { beforeEach, describe, expect, it } from 'vitest';
import type { Payout, PayoutStatus } from '../../server/core/payouts/payout.ts';
import type { Payouts } from '../../server/ports/payouts.ts';
import { NOON, samplePayout } from './sample-documents.ts';

/** The payouts and a hand to put one there. */
export interface PayoutPorts {
  readonly payouts: Payouts;
  put(payout: Payout): Promise<void>;
}

const LEASE_MS = 30_000;

/** What a store of payouts keeps to. `open` answers one that is empty. */
export function describePayouts(name: string, open: () => Promise<PayoutPorts>): void {
  describe(`payouts: ${name}`, () => {
    let ports: PayoutPorts;
    let count = 0;
    beforeEach(async () => {
      ports = await open();
    });
    const add = async (change: Parameters<typeof samplePayout>[2] = {}): Promise<Payout> => {
      count += 1;
      const payout = samplePayout('u', `refund/${count}`, change);
      await ports.put(payout);
      return payout;
    };
    const claim = (read: Pick<Payout, 'id' | 'status' | 'fence'>, now = NOON) =>
      ports.payouts.claimForSending(read, now, LEASE_MS);
    const listIds = async (now: number, limit = 9, providers = ['sandbox']) =>
      (await ports.payouts.listStale(now, limit, providers)).map((one) => one.id);

    it('are sent by one holder at a time, under a fence that rises', async () => {
      const read = await add();
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(read)));
      const [held, ...others] = claims.filter((one) => one !== null);
      expect(held).toEqual({
        ...read,
        status: 'sending',
        leaseUntil: NOON + LEASE_MS,
        fence: 1,
        attempts: 1,
      });
      expect(others).toEqual([]);
      if (held === undefined) throw new Error('nobody holds it');
      expect(await claim(held, NOON + LEASE_MS - 1)).toBeNull();
      expect(await claim(held, NOON + LEASE_MS)).toMatchObject({ fence: 2, attempts: 2 });
      expect(await claim({ ...read, id: 'refund/none' })).toBeNull();
    });

    it('refuse who read them before somebody else began to send, though that one’s lease is over', async () => {
      const read = await add();
      const held = await claim(read);
      expect(await claim(read, NOON + LEASE_MS + 1)).toBeNull();
      expect(await claim({ ...read, status: 'sending' }, NOON + LEASE_MS + 1)).toBeNull();
      expect(await ports.payouts.find(read.id)).toEqual(held);
    });

    it('refuse who read them before somebody took them and put them back', async () => {
      const read = await add();
      await claim(read);
      await ports.payouts.recordAnswer(read.id, 1, { status: 'queued', leaseUntil: NOON, attempts: 0 });
      expect(await claim(read)).toBeNull();
      expect(await claim({ ...read, fence: 1 })).toMatchObject({ status: 'sending', fence: 2, attempts: 1 });
    });

    it.each(['submitted', 'settled', 'cancelled'] as const)('refuse who read them before they were %s', async (now) => {
      const read = await add({ status: 'unknown', fence: 3 });
      await ports.put({ ...read, status: now });
      expect(await claim(read)).toBeNull();
    });

    it('take no answer under an older fence, nor after they have ended', async () => {
      const read = await add();
      const held = await claim(read);
      if (held === null) throw new Error('nobody holds it');
      await claim(held, NOON + LEASE_MS);
      expect(await ports.payouts.recordAnswer(read.id, 1, { status: 'settled' })).toBe(false);
      const answer = { status: 'submitted', providerRefundId: 're_1', updatedAt: NOON + 5 } as const;
      expect(await ports.payouts.recordAnswer(read.id, 2, answer)).toBe(true);
      const submitted = await ports.payouts.find(read.id);
      expect(submitted).toMatchObject({ status: 'submitted', providerRefundId: 're_1' });
      if (submitted === null) throw new Error('it is gone');
      await ports.put({ ...submitted, status: 'settled' });
      expect(await ports.payouts.recordAnswer(read.id, 2, { status: 'unknown' })).toBe(false);
      expect(await ports.payouts.find(read.id)).toMatchObject({ status: 'settled', providerRefundId: 're_1' });
    });

    it('are listed once their holder’s lease is over or their look is due', async () => {
      const ago = { submittedAt: NOON - 10_000, updatedAt: NOON - 10_000, createdAt: NOON - 20_000 };
      const sending = await add({ status: 'sending', leaseUntil: NOON + 10 });
      const unknown = await add({ status: 'unknown', attempts: 1, updatedAt: NOON - 10_001 });
      const asked: string[] = [];
      for (const status of ['submitted', 'pending_approval', 'requires_action'] as const)
        asked.push((await add({ ...ago, status })).id);
      await add({ status: 'submitted', submittedAt: NOON - 1_000, updatedAt: NOON - 1_000 });
      for (const status of ['queued', 'settled', 'failed'] as const) await add({ status, updatedAt: NOON - 90_000 });
      expect((await listIds(NOON)).toSorted()).toEqual([unknown.id, ...asked].toSorted());
      expect(await listIds(NOON + 10)).toContain(sending.id);
      expect(await listIds(NOON + 10, 1)).toEqual([unknown.id]);
    });

    it('of a provider that nobody can ask keep no other one waiting', async () => {
      for (const age of [3, 2, 1])
        await add({ provider: 'polar', status: 'pending_approval', updatedAt: NOON - age * 86_400_000 });
      const asked = await add({ status: 'submitted', submittedAt: NOON - 90_000, updatedAt: NOON - 90_000 });
      expect(await listIds(NOON, 2)).toEqual([asked.id]);
      expect(await listIds(NOON, 9, [])).toEqual([]);
    });

    it('are counted by provider and status while they are not over', async () => {
      const statuses: PayoutStatus[] = ['queued', 'submitted', 'submitted', 'settled', 'failed', 'cancelled'];
      for (const status of statuses) await add({ status });
      await add({ status: 'submitted', provider: 'polar' });
      const counts = await ports.payouts.countOpen();
      expect(counts.toSorted((a, b) => (a.provider + a.status < b.provider + b.status ? -1 : 1))).toEqual([
        { provider: 'polar', status: 'submitted', count: 1 },
        { provider: 'sandbox', status: 'queued', count: 1 },
        { provider: 'sandbox', status: 'submitted', count: 2 },
      ]);
    });
  });
}
