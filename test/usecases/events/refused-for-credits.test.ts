import { beforeEach, describe, expect, it } from 'vitest';
import { sweepWaitingEvents } from '../../../server/usecases/events/sweep-waiting-events.ts';
import { rawCharge, rawEvent, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
});
const rows = () => [...world.stores.tables.pending.values()];

describe('a charge that was refused', () => {
  it('for credits is found by the sweep too, where whoever gave them back died before waking it', async () => {
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'g0', { credits: 90 }));
    expect(await world.send(rawCharge('c', 'g1', { credits: 50 }))).toMatchObject({
      rejected: [{ code: 'INSUFFICIENT_CREDITS' }],
    });
    await world.send(rawFailure('g0'));
    Object.assign(world.outcomes, { onArrived: () => Promise.reject(new Error('died')) });
    await expect(world.post()).rejects.toThrow('died');
    world.now += 10_000;
    expect(await sweepWaitingEvents(world.ingest)).toBe(1);
    expect(world.stores.tables.generations.has('anumi/g1')).toBe(true);
    expect(rows()).toEqual([]);
  });

  it('for credits goes on when a dispute that held them is won', async () => {
    const dispute = { disputeId: 'd', orderId: 'o' };
    await world.send(rawOrder('c', 'o'), rawEvent('dispute.opened', dispute));
    expect(await world.send(rawCharge('c', 'g'))).toMatchObject({ rejected: [{ code: 'INSUFFICIENT_CREDITS' }] });
    await world.send(rawEvent('dispute.closed', { ...dispute, outcome: 'won' }));
    expect(world.stores.tables.generations.has('anumi/g')).toBe(true);
  });

  it('for credits that never come is tried ever more seldom after some hours, and never given up', async () => {
    await world.send(rawOrder('c', 'o'));
    await world.send(rawCharge('c', 'g', { credits: 150 }));
    const looks: number[] = [];
    for (let quarters = 0; quarters < 7 * 96; quarters += 1, world.now += 15 * 60_000)
      if ((await sweepWaitingEvents(world.ingest)) > 0) looks.push(quarters);
    expect(looks.slice(0, 32)).toEqual(Array.from({ length: 32 }, (_, quarter) => quarter + 1));
    expect(looks.slice(32)).toEqual([34, 38, 46, 62, 94, 158, 286, 542]);
    const [missed] = rows();
    expect(missed).toMatchObject({ code: 'INSUFFICIENT_CREDITS', attempts: 41 });
    if (missed === undefined) return;
    // Whoever should have woken it died after the commit.
    world.stores.tables.pending.clear();
    await world.send(rawOrder('c', 'o2'));
    world.stores.tables.pending.set(missed.id, missed);
    expect(await sweepWaitingEvents(world.ingest)).toBe(0);
    world.now = missed.dueAt ?? 0;
    expect(await sweepWaitingEvents(world.ingest)).toBe(1);
    expect(world.stores.tables.generations.has('anumi/g')).toBe(true);
    expect(rows()).toEqual([]);
  });

  it('for credits is woken by the repeat of a won dispute too', async () => {
    const dispute = { disputeId: 'd', orderId: 'o' };
    const won = rawEvent('dispute.closed', { ...dispute, outcome: 'won' });
    await world.send(rawOrder('c', 'o'), rawEvent('dispute.opened', dispute));
    await world.send(rawCharge('c', 'g'));
    const [row] = rows();
    world.stores.tables.pending.clear();
    await world.send(won);
    if (row !== undefined) world.stores.tables.pending.set(row.id, row);
    expect(await world.send(won)).toMatchObject({ duplicates: 1 });
    expect(world.stores.tables.generations.has('anumi/g')).toBe(true);
  });
});
