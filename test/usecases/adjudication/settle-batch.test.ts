import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../server/core/cases/case.ts';
import { AppError } from '../../../server/contract/error-registry.ts';
import { sweepWaitingEvents } from '../../../server/usecases/events/sweep-waiting-events.ts';
import { claimOf, courtesyOf, rawCharge, rawEvent, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  // Pauses between tries keep their order and take no time.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

const customers = (count: number): string[] => Array.from({ length: count }, (_, n) => `c${n}`);
const orders = (names: readonly string[]) => names.map((name) => rawOrder(name, `o-${name}`));
const sizes = () => world.commits.map(({ unit }) => unit.guards.length);
const pendingRows = () => [...world.stores.tables.pending.values()];

describe('a batch', () => {
  it('that loses its guard is read and decided again whole, twice, and then in halves', async () => {
    world.onCommit = (unit) => (unit.guards.length === 4 ? 'conflict' : undefined);
    expect(await world.send(...orders(customers(4)))).toEqual({ accepted: 4, duplicates: 0, rejected: [] });
    expect(sizes()).toEqual([4, 4, 4, 2, 2]);
  });

  it('that meets a taken name is halved at once, until the guilty one is alone', async () => {
    world.onCommit = (unit) =>
      unit.guards.some((guard) => guard.customer.customerId === 'c5') && unit.guards.length > 1
        ? 'duplicate'
        : undefined;
    expect(await world.send(...orders(customers(8)))).toMatchObject({ accepted: 8, rejected: [] });
    expect(sizes()).toEqual([8, 4, 4, 2, 1, 1, 2]);
  });

  it('with an event whose automatic claim meets a name taken for good refuses it, where a person can see it', async () => {
    await world.send(rawOrder('c0', 'o'), rawCharge('c0', 'g'));
    world.commits.length = 0;
    world.onCommit = (unit) => (unit.decisions.length > 0 ? 'duplicate' : undefined);
    expect(await world.send(rawFailure('g'))).toMatchObject({ accepted: 0, rejected: [{ code: 'INTERNAL' }] });
    expect(world.commits).toHaveLength(3);
    expect(pendingRows()).toMatchObject([{ status: 'rejected', code: 'INTERNAL' }]);
    expect(pendingRows()[0]).not.toHaveProperty('dueAt');
  });

  it('of more than 1,000 documents is halved before it is put to the store', async () => {
    const names = customers(120);
    await world.send(...orders(names), ...names.map((name) => rawCharge(name, `g-${name}`)));
    Object.assign(world.ingest, { adjudicator: world.open(1, 120) });
    world.commits.length = 0;
    expect(await world.send(...names.map((name) => rawFailure(`g-${name}`)))).toMatchObject({ accepted: 120 });
    expect(sizes()).toEqual([60, 60]);
    expect(world.stores.tables.decisions.size).toBe(120);
  });

  it('keeps the order of one customer through conflicts and halves', async () => {
    await world.send(rawOrder('c0', 'o'), rawOrder('c1', 'o1'));
    let lost = 0;
    world.onCommit = (unit) => (unit.receipts.length > 1 && (lost += 1) <= 9 ? 'conflict' : undefined);
    const reply = await world.send(
      ...['a', 'b', 'c', 'd'].map((id) => rawCharge('c0', id, { credits: 40 })),
      rawCharge('c1', 'e'),
    );
    expect(reply).toMatchObject({
      accepted: 3,
      rejected: [
        { index: 2, code: 'INSUFFICIENT_CREDITS' },
        { index: 3, code: 'INSUFFICIENT_CREDITS' },
      ],
    });
    expect([...world.stores.tables.generations.keys()].sort()).toEqual(['anumi/a', 'anumi/b', 'anumi/e']);
  });

  it('that read a file while another process changed it is read again', async () => {
    await world.send(rawOrder('c0', 'o1'));
    const { files } = world.stores;
    let isTorn = true;
    const load = async (...args: Parameters<typeof files.load>) => {
      const before = await files.load(...args);
      if (!isTorn) return before;
      isTorn = false;
      await world.send(rawOrder('c0', 'o2'));
      const after = await files.load(...args);
      return new Map(
        [...before].map(([key, file]) => [key, { ...file, orders: after.get(key)?.orders ?? file.orders }]),
      );
    };
    Object.assign(world.deps, { files: { ...files, load } });
    const [result] = await world.file([claimOf('c0', 'o2')], undefined, world.open());
    expect(result).toMatchObject({ status: 'decided' });
    expect(world.log.listMessages('error')).toEqual([]);
  });

  it('answers each claim as its repeat will be answered, whatever the next one does to its case', async () => {
    const stored: string[] = [];
    Object.assign(world.deps, {
      presentResponse: (kase: Case) => {
        stored.push(kase.status);
        return kase.status;
      },
    });
    await world.send(rawOrder('c0', 'o'));
    const results = await world.file([claimOf('c0', 'o', { fields: {} }), claimOf('c0', 'o', { fields: {} })]);
    expect(stored).toEqual(['awaiting_customer', 'awaiting_customer']);
    expect(results.map((result) => (result.status === 'decided' ? result.kase.status : ''))).toEqual(stored);
    expect([...world.stores.tables.cases.values()].map((kase) => kase.closure)).toContain('superseded');
  });

  it('that is broken although nobody changed anything is refused, and can be found in the log', async () => {
    await world.send(rawOrder('c0', 'o'));
    world.stores.tables.lots.clear();
    const [result] = await world.file([claimOf('c0', 'o')]);
    expect(result).toMatchObject({ status: 'refused', error: { code: 'INTERNAL' } });
    expect(world.log.lines.at(-1)?.fields).toMatchObject({ customerKey: 'anumi/c0', subject: { id: 'o' } });
  });

  it('tells everybody that the database is away', async () => {
    world.onCommit = () => {
      throw new AppError('STORE_UNAVAILABLE', 'away', { retryAfterSeconds: 5 });
    };
    await expect(world.send(...orders(customers(3)))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryAfterSeconds: 5,
    });
    await expect(world.file([claimOf('c0', 'o')])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    world.onCommit = () => undefined;
    expect(await world.send(...orders(customers(3)))).toMatchObject({ accepted: 3 });
  });

  it('is committed and answered although the queue is away', async () => {
    world.isQueueAway = true;
    await world.send(rawOrder('c0', 'o'), rawCharge('c0', 'g'), rawFailure('g'));
    expect(world.log.listMessages('warn')).toEqual(['The queue is away; effects wait in the outbox.']);
    expect([...world.stores.tables.outbox.values()].map((row) => row.state)).toEqual(['open']);
  });
});

describe('a lone claim', () => {
  it('gives up after ten tries and can be sent again', async () => {
    await world.send(rawOrder('c0', 'o'));
    world.commits.length = 0;
    world.onCommit = () => 'conflict';
    const [refused] = await world.file([claimOf('c0', 'o')], 'once');
    expect(refused).toMatchObject({ status: 'refused', error: { code: 'CONFLICT', retryAfterSeconds: 1 } });
    expect(world.commits).toHaveLength(10);
    expect(world.stores.tables.idempotency.size).toBe(0);
    world.onCommit = () => undefined;
    expect(await world.file([claimOf('c0', 'o')], 'once')).toMatchObject([{ status: 'decided' }]);
  });
});

describe('a lone event', () => {
  it('that gives up waits, and the sweep applies it', async () => {
    world.onCommit = () => 'conflict';
    expect(await world.send(rawOrder('c0', 'o'))).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
    expect(world.commits).toHaveLength(10);
    expect(pendingRows()).toMatchObject([{ status: 'waiting', code: 'CONFLICT', waitsFor: [] }]);
    world.onCommit = () => undefined;
    world.now += 5_000;
    expect(await sweepWaitingEvents(world.ingest)).toBe(1);
    expect(await world.balanceOf('anumi', 'w-c0')).toBe(100);
    expect(pendingRows()).toEqual([]);
  });
});

describe('one item that breaks', () => {
  it('is refused alone; an event is kept where a person can see it', async () => {
    await world.send(...orders(customers(4)));
    world.stores.tables.lots.delete('anumi/o-c2');
    const broken = rawEvent('order.refunded_externally', {
      orderId: 'o-c2',
      amountMinor: 999,
      currency: 'EUR',
      providerRefundId: 'r',
    });
    const reply = await world.send(rawCharge('c0', 'g0'), rawCharge('c1', 'g1'), broken, rawCharge('c3', 'g3'));
    expect(reply).toMatchObject({ accepted: 3, rejected: [{ index: 2, code: 'INTERNAL' }] });
    expect(pendingRows()).toMatchObject([
      { status: 'rejected', code: 'INTERNAL', type: 'redress.order.refunded_externally' },
    ]);
    expect(world.log.listMessages('error')).toHaveLength(1);
    const claims = await world.file([claimOf('c1', 'o-c1'), claimOf('c2', 'o-c2'), claimOf('c3', 'o-c3')]);
    expect(claims).toMatchObject([
      { status: 'decided' },
      { status: 'refused', error: { code: 'INTERNAL' } },
      { status: 'decided' },
    ]);
    expect(world.stores.tables.decisions.size).toBe(2);
  });

  it('while it is written never fails its neighbours', async () => {
    world.onCommit = (unit) => {
      if (unit.guards.some((guard) => guard.customer.customerId === 'c1'))
        throw new Error('a document that cannot be written');
      return undefined;
    };
    expect(await world.send(...orders(customers(4)))).toMatchObject({
      accepted: 3,
      rejected: [{ index: 1, code: 'INTERNAL' }],
    });
    world.onCommit = () => undefined;
    expect(await world.send(rawOrder('c1', 'o-c1', {}, 1_000))).toMatchObject({ accepted: 1 });
  });
});

describe('one idempotency key', () => {
  it('within one batch gets one answer, and refuses another body', async () => {
    await world.send(rawOrder('c0', 'o'));
    const same = claimOf('c0', 'o');
    const results = await world.file([same, same, claimOf('c0', 'o', { remedy: 'credits' })], 'key');
    expect(results).toMatchObject([
      { status: 'decided' },
      { status: 'replayed' },
      { status: 'refused', error: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    ]);
    expect(world.stores.tables.decisions.size).toBe(1);
  });
});

describe('two processes', () => {
  it('never break a cap, whatever their commits meet', async () => {
    const generations = Array.from({ length: 10 }, (_, n) => `g${n}`);
    await world.send(
      rawOrder('c0', 'o'),
      ...generations.flatMap((id) => [
        rawCharge('c0', id),
        rawEvent('generation.succeeded', { generationId: id }, 1_000),
      ]),
    );
    const [first, second] = [world.open(), world.open()];
    const results = (
      await Promise.all(
        generations.map((id, n) => world.file([courtesyOf('c0', id)], undefined, n % 2 === 0 ? first : second)),
      )
    ).flat();
    const codes = results
      .map((result) => (result.status === 'decided' ? result.decision.decision.reasonCode : result.status))
      .sort();
    expect(codes).toEqual(['COURTESY', ...generations.slice(1).map(() => 'COURTESY_CAP_REACHED')]);
    expect(world.commits.some(({ outcome }) => outcome === 'conflict')).toBe(true);
  });
});
