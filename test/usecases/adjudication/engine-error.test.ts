import { afterEach, expect, it, vi } from 'vitest';
import type * as Decide from '../../../server/engine/decide/decide.ts';
import { replayDecision } from '../../../server/usecases/cases/replay-decision.ts';
import { claimOf, rawCharge, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

const broken = vi.hoisted(() => ({ customers: new Set<string>() }));
vi.mock('../../../server/engine/decide/decide.ts', async (load) => {
  const actual = await load<typeof Decide>();
  return {
    decide: (input: Parameters<typeof actual.decide>[0]) => {
      if (broken.customers.has(input.record.customer.id)) throw new Error('the engine is broken');
      return actual.decide(input);
    },
  };
});
afterEach(() => broken.customers.clear());

it('an exception inside decide refers that one claim, and the referral can be replayed', async () => {
  const world = await ServiceWorld.of('anumi');
  await world.send(...['a', 'b', 'c'].flatMap((name) => [rawOrder(name, `o-${name}`), rawCharge(name, `g-${name}`)]));
  broken.customers.add('b');
  const results = await world.file(['a', 'b', 'c'].map((name) => claimOf(name, `o-${name}`)));
  const decisions = results.map((result) =>
    result.status === 'decided' ? result.decision : expect.fail(result.status),
  );
  expect(decisions.map(({ decision }) => [decision.disposition, decision.reasonCode])).toEqual([
    ['granted', 'PARTLY_USED_PACK'],
    ['referred', 'ENGINE_ERROR'],
    ['granted', 'PARTLY_USED_PACK'],
  ]);
  expect(decisions[1]?.decision.effects).toEqual([]);
  expect(world.commits.filter(({ outcome }) => outcome === 'committed').at(-1)?.unit.decisions).toHaveLength(3);
  expect(world.log.listMessages('error')).toHaveLength(1);
  broken.customers.clear();
  for (const { id } of decisions)
    expect(await replayDecision({ ...world.deps, reads: world.stores.reads }, id)).toEqual({
      identical: true,
      differences: [],
    });
});

it('a failure of which the claim cannot be decided is accepted and waits for a person', async () => {
  const world = await ServiceWorld.of('anumi');
  broken.customers.add('a');
  expect(await world.send(rawOrder('a', 'o'), rawCharge('a', 'g'), rawFailure('g'))).toEqual({
    accepted: 3,
    duplicates: 0,
    rejected: [],
  });
  expect([...world.stores.tables.cases.values()]).toMatchObject([{ status: 'in_review', reasonCode: 'ENGINE_ERROR' }]);
});
