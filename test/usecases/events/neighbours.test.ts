import { beforeEach, describe, expect, it } from 'vitest';
import { rawCharge, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
});
const rows = () => [...world.stores.tables.pending.values()];
const personalOf = (kind: string) => [...world.stores.tables.personal.values()].filter((row) => row.kind === kind);

describe('an event that names no customer', () => {
  it('is the owner’s, whomever another event of its request names', async () => {
    await world.send(rawOrder('c1', 'o1'), rawOrder('c2', 'o2'));
    for (const [first, second] of [
      ['c1', 'c2'],
      ['c2', 'c1'],
    ] as const) {
      const id = `g-of-${first}`;
      expect(await world.send(rawCharge(first, id), rawCharge(second, id), rawFailure(id))).toMatchObject({
        accepted: 2,
        rejected: [
          {
            index: 1,
            code: 'OWNER_MISMATCH',
            message: 'The generation that this event names belongs to another customer.',
          },
        ],
      });
      expect(world.stores.tables.generations.get(`anumi/${id}`)).toMatchObject({
        customerKey: `anumi/${first}`,
        status: 'failed',
      });
    }
  });

  it('goes to the owner although it was sent to somebody else’s lane, and leaves no body behind', async () => {
    await world.send(rawOrder('c1', 'o1'), rawOrder('c2', 'o2'), rawCharge('c1', 'g'));
    const findOwners = world.stores.files.findOwners;
    let looks = 0;
    // Read by the router before the charge had committed.
    const late = async (keys: readonly string[]) => ((looks += 1) === 1 ? new Map() : findOwners(keys));
    Object.assign(world.ingest, { files: { ...world.stores.files, findOwners: late } });
    expect(await world.send(rawCharge('c2', 'g'), rawFailure('g'))).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, code: 'OWNER_MISMATCH' }],
    });
    expect(world.stores.tables.generations.get('anumi/g')).toMatchObject({ status: 'failed' });
    expect(rows()).toMatchObject([{ code: 'OWNER_MISMATCH' }]);
    expect(personalOf('raw_event')).toHaveLength(1);
  });
});

describe('an event that the store will not keep', () => {
  it('is told to its sender, and its neighbours are answered as ever', async () => {
    const { pending } = world.stores;
    const save = pending.save.bind(pending);
    Object.assign(world.deps, {
      pending: {
        ...pending,
        save: async (...[events, personal]: Parameters<typeof save>) => {
          if (events.some((event) => event.eventKey.endsWith('bad'))) throw new Error('refused by a validator');
          return save(events, personal);
        },
      },
    });
    const bad = { ...rawCharge('c', 'g1'), id: 'bad' };
    expect(await world.send(rawOrder('d', 'o'), bad, rawCharge('e', 'g2'))).toMatchObject({
      accepted: 2,
      rejected: [{ index: 1, code: 'INTERNAL' }],
    });
    expect(rows()).toMatchObject([{ status: 'waiting' }]);
    expect(world.log.listMessages('error')).toHaveLength(1);
  });
});
