import { beforeEach, describe, expect, it } from 'vitest';
import { claimOf, DAY, rawCharge, rawEvent, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
let loads: number[];
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  loads = [];
  const { incidents } = world.stores;
  Object.assign(world.deps, {
    incidents: {
      load: (programs: readonly string[], sinceAt: number) => {
        loads.push((world.now - sinceAt) / DAY);
        return incidents.load(programs, sinceAt);
      },
    },
  });
  const incident = (id: string, ago: number) => ({ incidentId: id, severity: 'complete', closedAgo: ago });
  for (const { closedAgo, ...data } of [incident('old', 500), incident('older', 900)])
    await world.send(
      rawEvent('incident.opened', data, (closedAgo + 1) * DAY),
      rawEvent('incident.closed', data, closedAgo * DAY),
    );
});
const outages = () => [...world.stores.tables.decisions.values()].at(-1)?.record.incidents.map(({ id }) => id);

describe('outages', () => {
  it('are read beside the customer, as far back as histories go', async () => {
    await world.send(rawOrder('c', 'o'));
    await world.fileOne(claimOf('c', 'o'));
    expect(loads).toEqual([400]);
    expect(outages()).toEqual([]);
  });

  it('are read further back for an older order, which alone costs another round trip', async () => {
    await world.send(rawOrder('c', 'o', {}, 600 * DAY), rawOrder('c', 'new'));
    await world.fileOne(claimOf('c', 'new'));
    expect(loads).toEqual([400]);
    await world.fileOne(claimOf('c', 'o'));
    expect(loads).toEqual([400, 400, 600]);
    expect(outages()).toEqual(['old']);
  });

  it('reach back to whatever the batch itself brings along', async () => {
    await world.send(
      rawOrder('c', 'o', {}, 1_000 * DAY),
      rawCharge('c', 'g', {}, 950 * DAY),
      rawFailure('g', {}, 949 * DAY),
    );
    expect(loads).toEqual([1_000]);
    expect(outages()).toEqual(['older', 'old']);
    loads = [];
    await world.send(rawCharge('c', 'h'), rawFailure('h'));
    expect(loads).toEqual([400, 1_000]);
  });
});
