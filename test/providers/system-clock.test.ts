import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../server/providers/system-clock.ts';

/** Machine and primary under the test's hand; `delays` are the ways of the samples in ms, there and back. */
function setUp(aheadMs: number, delays: number[] = [0, 0, 0]) {
  const world = { elapsed: 0, machineAhead: 0, isAway: false };
  const clock = createSystemClock({
    elapsed: () => world.elapsed,
    machine: () => 1_000_000 + world.elapsed + world.machineAhead,
    readPrimaryTime: async () => {
      if (world.isAway) throw new Error('away');
      const delay = delays.shift() ?? 0;
      world.elapsed += delay / 2;
      const time = 1_000_000 + aheadMs + world.elapsed;
      world.elapsed += delay / 2;
      return time;
    },
  });
  return { clock, world };
}

describe('the clock', () => {
  it('is the machine’s and not ready until the primary was asked', async () => {
    const { clock } = setUp(700);
    expect(clock.now()).toBe(1_000_000);
    expect([clock.driftMs, clock.isReady]).toEqual([null, false]);
    await clock.measure();
    expect(clock.now()).toBe(1_000_700);
    expect([clock.driftMs, clock.isReady]).toEqual([700, true]);
  });

  it.each([
    [1_000, true],
    [1_001, false],
    [-1_000, true],
    [-1_001, false],
  ])('with a drift of %i ms is ready: %s', async (drift, isReady) => {
    const { clock } = setUp(drift);
    await clock.measure();
    expect(clock.isReady).toBe(isReady);
  });

  it('counts on without the machine’s clock', async () => {
    const { clock, world } = setUp(10);
    await clock.measure();
    world.machineAhead = -5_000_000;
    world.elapsed += 1_234;
    expect(clock.now()).toBe(1_000_000 + 10 + 1_234);
  });

  it('is not ready where it stood still while the machine slept, until it was measured again', async () => {
    const { clock, world } = setUp(10);
    await clock.measure();
    world.machineAhead = 30_000;
    expect(clock.isReady).toBe(false);
    world.machineAhead = 0;
    expect(clock.isReady).toBe(true);
  });

  it('believes the sample with the shortest way and takes half of it off', async () => {
    const { clock, world } = setUp(50, [400, 20, 300]);
    await clock.measure();
    expect(clock.now()).toBe(1_000_050 + world.elapsed);
  });

  it('does not know its drift while the primary is away, and keeps going by what it knew', async () => {
    const { clock, world } = setUp(5);
    await clock.start();
    expect(clock.isReady).toBe(true);
    clock.close();
    world.isAway = true;
    await clock.start();
    expect([clock.driftMs, clock.isReady]).toEqual([null, false]);
    expect(clock.now()).toBe(1_000_005 + world.elapsed);
    clock.close();
  });
});
