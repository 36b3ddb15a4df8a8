import { beforeEach, describe, expect, it } from 'vitest';
import { TRY_SPAN_MS, type OutboxMessage } from '../../server/ports/outbox.ts';
import { NOON, sampleMessage, sampleUnit } from './sample-documents.ts';
import type { UnitPorts } from './unit-of-work-suite.ts';

const LEASE_MS = 30_000;

/** What every outbox keeps to. `open` answers one that is empty. */
export function describeOutbox(name: string, open: () => Promise<Pick<UnitPorts, 'units' | 'outbox'>>): void {
  describe(`outbox: ${name}`, () => {
    let ports: Pick<UnitPorts, 'units' | 'outbox'>;
    const add = (...messages: OutboxMessage[]): Promise<unknown> =>
      ports.units.commit(sampleUnit({ outbox: messages }));
    const leaseIds = async (now: number, limit = 10): Promise<string[]> =>
      (await ports.outbox.lease('outcome', limit, now, LEASE_MS)).map((message) => message.id);

    beforeEach(async () => {
      ports = await open();
    });

    it('leases what is due, oldest first, of one topic, no more than asked for', async () => {
      await add(
        sampleMessage('u', 'm2', { createdAt: NOON + 2 }),
        sampleMessage('u', 'm1', { createdAt: NOON + 1 }),
        sampleMessage('u', 'm3', { createdAt: NOON + 3 }),
        sampleMessage('u', 'late', { createdAt: NOON + 100 }),
        sampleMessage('u', 'pay', { topic: 'payout', provider: 'stripe' }),
      );
      expect(await leaseIds(NOON + 50, 2)).toEqual(['m1', 'm2']);
      expect(await leaseIds(NOON + 50)).toEqual(['m3']);
      expect(await leaseIds(NOON + 50)).toEqual([]);
      expect(await ports.outbox.lease('payout', 10, NOON, LEASE_MS)).toEqual([
        { ...sampleMessage('u', 'pay', { topic: 'payout', provider: 'stripe' }), attempts: 0 },
      ]);
    });

    it('leases again once the lease is over, and counts the tries that began, not the leases', async () => {
      await add(sampleMessage('u', 'm1'));
      expect(await leaseIds(NOON)).toEqual(['m1']);
      expect(await leaseIds(NOON + LEASE_MS - 1)).toEqual([]);
      await ports.outbox.countTry(['m1', 'none'], NOON);
      const [again] = await ports.outbox.lease('outcome', 1, NOON + LEASE_MS, LEASE_MS);
      expect(again).toEqual({ ...sampleMessage('u', 'm1'), attempts: 1 });
    });

    it('counts what begins soon after a try as part of it, and nothing that was before a message was parked', async () => {
      await add(sampleMessage('u', 'm1'));
      const count = async (now: number): Promise<number | undefined> => {
        await ports.outbox.countTry(['m1'], now);
        return (await ports.outbox.findOpen(['m1']))[0]?.attempts;
      };
      expect(await count(NOON)).toBe(1);
      expect(await count(NOON + TRY_SPAN_MS - 1)).toBe(1);
      expect(await count(NOON + TRY_SPAN_MS)).toBe(2);
      await ports.outbox.park('m1', NOON + 60_000);
      expect(await leaseIds(NOON + 59_999)).toEqual([]);
      const [parked] = await ports.outbox.lease('outcome', 1, NOON + 60_000, LEASE_MS);
      expect(parked).toEqual({ ...sampleMessage('u', 'm1'), attempts: 0 });
      expect(await count(NOON + TRY_SPAN_MS + 1)).toBe(1);
    });

    it('gives each message to one of two relays', async () => {
      await add(...Array.from({ length: 40 }, (_, n) => sampleMessage('u', `m${n}`)));
      const passes = await Promise.all([1, 2, 3, 4].map(() => leaseIds(NOON, 40)));
      const given = passes.flat();
      expect(new Set(given).size).toBe(given.length);
      expect([...given, ...(await leaseIds(NOON, 40))]).toHaveLength(40);
    });

    it('takes a lease back', async () => {
      await add(sampleMessage('u', 'm1'));
      await leaseIds(NOON);
      await ports.outbox.postpone(['m1'], NOON + 5);
      expect(await leaseIds(NOON + 4)).toEqual([]);
      expect(await leaseIds(NOON + 5)).toEqual(['m1']);
    });

    it('buries what cannot be done, lists it and lets it be replayed once', async () => {
      await add(sampleMessage('u', 'm1'), sampleMessage('u', 'm2', { createdAt: NOON - 1_000 }));
      await ports.outbox.bury('m1', { code: 'POISON', detail: 'it broke', at: NOON + 9 });
      expect(await leaseIds(NOON + LEASE_MS)).toEqual(['m2']);
      expect(await ports.outbox.findOpen(['m1', 'm2'])).toHaveLength(1);
      const page = { from: 0, to: 9, sort: ['buriedAt', 'DESC'] as const, filter: {} };
      expect(await ports.outbox.listDead(page)).toEqual({
        items: [{ ...sampleMessage('u', 'm1'), attempts: 0, code: 'POISON', detail: 'it broke', buriedAt: NOON + 9 }],
        total: 1,
      });
      expect(await ports.outbox.listDead({ ...page, filter: { code: 'OTHER' } })).toEqual({ items: [], total: 0 });
      const { ref } = sampleMessage('u', 'm1');
      expect((await ports.outbox.findDead([ref, 'none'])).map(({ id, code }) => [id, code])).toEqual([
        ['m1', 'POISON'],
      ]);
      expect(await ports.outbox.findDead(['none'])).toEqual([]);
      expect(await ports.outbox.findDead([])).toEqual([]);
      expect(await ports.outbox.measure(NOON + 1_000)).toEqual([
        { topic: 'outcome', open: 1, dead: 1, oldestMs: 2_000 },
        { topic: 'payout', open: 0, dead: 0, oldestMs: 0 },
      ]);
      expect(await ports.outbox.replay('m2', NOON)).toBe(false);
      expect(await ports.outbox.replay('m1', NOON)).toBe(true);
      expect(await ports.outbox.replay('m1', NOON)).toBe(false);
      expect(await leaseIds(NOON)).toEqual(['m1']);
      expect((await ports.outbox.listDead(page)).total).toBe(0);
    });
  });
}
