import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyOutcomes } from '../../../server/usecases/outcomes/apply-outcomes.ts';
import { claimOf, courtesyOf, rawCharge, rawEvent, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
const names = Array.from({ length: 6 }, (_, n) => `c${n}`);
const failAll = () =>
  world.send(
    ...names.flatMap((name) => [rawOrder(name, `o-${name}`), rawCharge(name, `g-${name}`), rawFailure(`g-${name}`)]),
  );
const messages = () =>
  [...world.stores.tables.outbox.values()]
    .filter((row) => row.message.topic === 'outcome')
    .map((row) => row.message.id);
const entriesOf = (kind: string) => [...world.stores.tables.entries.values()].filter((entry) => entry.kind === kind);
const balances = () => Promise.all(names.map((name) => world.balanceOf('anumi', `w-${name}`)));

describe('outcomes', () => {
  it('are posted once, however often their messages come', async () => {
    await failAll();
    const ids = messages();
    expect(await balances()).toEqual(names.map(() => 95));
    await applyOutcomes(world.outcomes, ids);
    await applyOutcomes(world.outcomes, [...ids, ...ids]);
    await applyOutcomes(world.outcomes, ['no-such-message']);
    expect(entriesOf('credits_restored')).toHaveLength(names.length);
    expect(await balances()).toEqual(names.map(() => 100));
    expect(messages()).toEqual([]);
    expect([...world.stores.tables.cases.values()].map((kase) => [kase.status, kase.effects[0]?.state])).toEqual(
      names.map(() => ['closed', 'posted']),
    );
    expect([...world.stores.tables.customers.values()].flatMap((customer) => customer.openCases)).toEqual([]);
  });

  it('are posted once by two workers at once', async () => {
    await failAll();
    const ids = messages();
    await Promise.all([
      applyOutcomes(world.outcomes, ids),
      applyOutcomes(world.outcomes, ids.toReversed()),
      ...ids.map((id) => applyOutcomes(world.outcomes, [id])),
    ]);
    expect(entriesOf('credits_restored')).toHaveLength(names.length);
    expect(await balances()).toEqual(names.map(() => 100));
  });

  it('of more than a transaction may write are posted in halves', async () => {
    await failAll();
    for (const customer of world.stores.tables.customers.values())
      customer.claims = Array.from({ length: 6_000 }, (_, n) => ({
        at: n,
        sentAt: n,
        caseId: `c${n}`,
        automatic: true,
        needsInfo: false,
      }));
    world.commits.length = 0;
    await world.post();
    expect(world.commits.map(({ unit }) => unit.guards.length)).toEqual([3, 3]);
    expect(await balances()).toEqual(names.map(() => 100));
  });

  it('of a customer who was read while they changed are read again', async () => {
    await failAll();
    const { files } = world.stores;
    let isTorn = true;
    const load = async (...args: Parameters<typeof files.load>) => {
      const loaded = await files.load(...args);
      if (!isTorn) return loaded;
      isTorn = false;
      await world.send(rawOrder('c0', 'another'));
      for (const file of loaded.values()) file.lots.clear();
      return loaded;
    };
    Object.assign(world.outcomes, { files: { ...files, load } });
    await world.post();
    expect(await balances()).toEqual(names.map((name) => (name === 'c0' ? 200 : 100)));
    expect(messages()).toEqual([]);
  });

  it('that keep meeting other changes are left to the queue to try again', async () => {
    await failAll();
    world.onCommit = () => 'conflict';
    await expect(applyOutcomes(world.outcomes, messages().slice(0, 1))).rejects.toMatchObject({ code: 'CONFLICT' });
    world.onCommit = () => undefined;
    await world.post();
    expect(await balances()).toEqual(names.map(() => 100));
  });

  it('of which one meets a taken name are posted in halves, the others whole', async () => {
    await failAll();
    world.onCommit = (unit) =>
      unit.guards.length > 1 && unit.guards.some((guard) => guard.customer.customerId === 'c4')
        ? 'duplicate'
        : undefined;
    await world.post();
    expect(await balances()).toEqual(names.map(() => 100));
    expect(entriesOf('credits_restored')).toHaveLength(names.length);
  });

  it('about nobody are a broken invariant', async () => {
    await failAll();
    world.stores.tables.customers.clear();
    await expect(applyOutcomes(world.outcomes, messages())).rejects.toThrow('does not exist');
  });

  it('are safe in the outbox while the queue is away: a refund becomes one payout that waits', async () => {
    await world.send(rawOrder('c', 'o'));
    await world.fileOne(claimOf('c', 'o'));
    world.isQueueAway = true;
    await world.post();
    expect([...world.stores.tables.payouts.values()]).toMatchObject([
      { id: 'refund/anumi/o/0', status: 'queued', amountMinor: 999, holdCredits: 100 },
    ]);
    expect([...world.stores.tables.outbox.values()]).toMatchObject([
      { message: { topic: 'payout', ref: 'refund/anumi/o/0', provider: 'sandbox' }, state: 'open' },
    ]);
    expect(world.log.listMessages('warn')).toContain('The queue is away; payouts wait in the outbox.');
  });

  it('that bring credits let a charge go on that was too large', async () => {
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'g', { credits: 90 }));
    expect(await world.send(rawCharge('c', 'h', { credits: 50 }))).toMatchObject({
      rejected: [{ code: 'INSUFFICIENT_CREDITS' }],
    });
    await world.send(rawFailure('g'));
    await world.post();
    expect(world.stores.tables.generations.get('anumi/h')).toMatchObject({ status: 'charged', credits: 50 });
    expect(world.stores.tables.pending.size).toBe(0);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(50);
  });

  it('grant a courtesy as a lot of its own that can never be paid out', async () => {
    await world.send(
      rawOrder('c', 'o'),
      rawCharge('c', 'g'),
      rawEvent('generation.succeeded', { generationId: 'g' }, 1_000),
    );
    const { decision } = await world.fileOne(courtesyOf('c', 'g'));
    await world.post();
    expect(world.stores.tables.lots.get(`anumi/courtesy-${decision.id}`)).toMatchObject({
      cashable: false,
      source: 'courtesy',
      total: 5,
      remaining: 5,
    });
    expect(world.stores.tables.lots.get('anumi/o')).toMatchObject({ remaining: 95, restored: 0 });
  });
});
