import { beforeEach, describe, expect, it } from 'vitest';
import { getKeptEvent } from '../../../server/usecases/events/get-kept-event.ts';
import { ingestEvents, replayPending } from '../../../server/usecases/events/ingest-events.ts';
import { sweepWaitingEvents } from '../../../server/usecases/events/sweep-waiting-events.ts';
import { DAY, rawCharge, rawEvent, rawFailure, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
});
const rows = () => [...world.stores.tables.pending.values()];
const personalOf = (kind: string) => [...world.stores.tables.personal.values()].filter((row) => row.kind === kind);
const refund = (amountMinor: number, change: Record<string, unknown> = {}) => ({
  ...rawEvent('order.refunded_externally', { orderId: 'o', amountMinor, currency: 'EUR', providerRefundId: 'r' }),
  ...change,
});

describe('an event that waits', () => {
  it('is one row, however often it is sent, alone or twice in a batch', async () => {
    const charge = rawCharge('c', 'g');
    const failure = rawFailure('g');
    expect(await world.send(charge, charge, failure)).toMatchObject({ accepted: 2, duplicates: 1, rejected: [] });
    expect(await world.send(charge, failure, failure)).toMatchObject({ accepted: 0, duplicates: 3, rejected: [] });
    expect(rows().map((row) => row.status)).toEqual(['waiting', 'waiting']);
    await world.send(rawOrder('c', 'o'));
    await world.post();
    expect(rows()).toEqual([]);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(100);
    expect([...world.stores.tables.decisions.values()].map(({ decision }) => decision.reasonCode)).toEqual([
      'FAILED_RUN',
    ]);
  });

  it('refuses another body under its id, and keeps that too', async () => {
    const charge = rawCharge('c', 'g', { credits: 5 }, DAY);
    const other = { ...charge, data: { ...(charge['data'] as object), credits: 7 } };
    expect(await world.send(charge, other)).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, code: 'EVENT_ID_REUSED' }],
    });
    expect(await world.send(other)).toMatchObject({ rejected: [{ code: 'EVENT_ID_REUSED' }] });
    expect(
      rows()
        .map((row) => row.status)
        .sort(),
    ).toEqual(['rejected', 'waiting']);
    const failure = rawFailure('nobody');
    const differently = {
      ...failure,
      data: { ...(failure['data'] as object), failure: { class: 'storage', source: 'app', confirmedBy: [] } },
    };
    expect(await world.send(failure, differently)).toMatchObject({
      accepted: 1,
      rejected: [{ code: 'EVENT_ID_REUSED' }],
    });
    await world.send(rawOrder('c', 'o'));
    expect(await world.balanceOf('anumi', 'w-c')).toBe(95);
  });

  it('and is refused when it is woken is listed once, as refused', async () => {
    await world.send(rawCharge('c', 'g', { credits: 150 }));
    await world.send(rawOrder('c', 'o'));
    expect(rows()).toMatchObject([
      { status: 'rejected', code: 'INSUFFICIENT_CREDITS', waitsFor: ['wallet/anumi/w-c'] },
    ]);
    await world.send(rawOrder('c', 'o2'));
    expect(rows()).toEqual([]);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(50);
  });

  it('for a thing that turns out to be another customer’s is refused, and may be sent again', async () => {
    const charge = rawCharge('thief', 'g', { walletId: 'w-c' });
    await world.send(charge);
    await world.send(rawOrder('c', 'o'));
    expect(rows()).toMatchObject([
      {
        status: 'rejected',
        code: 'OWNER_MISMATCH',
        message: 'The wallet that this event names belongs to another customer.',
      },
    ]);
    expect(await world.send(charge)).toMatchObject({ rejected: [{ code: 'OWNER_MISMATCH' }] });
    expect(rows()).toHaveLength(1);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(100);
  });

  it('is found by the sweep behind hundreds that wait for things that never come', async () => {
    const never = Array.from({ length: 450 }, (_, n) => rawFailure(`never-${n}`));
    for (let start = 0; start < never.length; start += 150) await world.send(...never.slice(start, start + 150));
    world.now += 1_000;
    await world.send(rawFailure('g'));
    // Whoever should have woken it died after the commit.
    const missed = rows().find((row) => row.waitsFor[0] === 'generation/anumi/g');
    expect(missed).toBeDefined();
    world.stores.tables.pending.delete(missed?.id ?? '');
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'g'));
    if (missed !== undefined) world.stores.tables.pending.set(missed.id, missed);
    world.now += 10_000;
    expect(await sweepWaitingEvents(world.ingest)).toBe(1);
    expect(world.stores.tables.generations.get('anumi/g')).toMatchObject({ status: 'failed' });
  });

  it('for what never comes is looked at more and more seldom', async () => {
    await world.send(
      rawOrder('c', 'o'),
      rawEvent('dispute.closed', { disputeId: 'd', orderId: 'o', outcome: 'won' }),
      rawFailure('never'),
    );
    const looks: number[] = [];
    const until = world.now + 3_600_000;
    for (; world.now < until; world.now += 5_000)
      if ((await sweepWaitingEvents(world.ingest)) > 0) looks.push((world.now - until + 3_600_000) / 5_000);
    expect(looks).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 436, 616]);
    expect(rows().map((row) => [row.status, row.attempts])).toEqual([
      ['waiting', 12],
      ['waiting', 12],
    ]);
  });

  it('is woken by a repeat of what it waits for, where the first one died before waking it', async () => {
    const order = rawOrder('c', 'o');
    await world.send(rawCharge('c', 'g'));
    const [row] = rows();
    world.stores.tables.pending.clear();
    await world.send(order);
    if (row !== undefined) world.stores.tables.pending.set(row.id, row);
    expect(await world.send(order)).toMatchObject({ duplicates: 1 });
    expect(await world.balanceOf('anumi', 'w-c')).toBe(95);
  });

  it('and failed by a clock behind its charge’s gives the credits back, sent after the charge or before', async () => {
    await world.send(rawFailure('early', {}, DAY + 1));
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'early', {}, DAY), rawCharge('c', 'late', {}, DAY));
    await world.send(rawFailure('late', {}, DAY + 1));
    await world.post();
    expect(rows()).toEqual([]);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(100);
    expect([...world.stores.tables.decisions.values()].map(({ decision }) => decision.reasonCode)).toEqual([
      'FAILED_RUN',
      'FAILED_RUN',
    ]);
  });

  it('keeps its first receipt, by which versions go', async () => {
    const firstAt = world.now;
    await world.send(rawFailure('g'));
    world.now += 10 * DAY;
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'g'));
    const [decision] = [...world.stores.tables.decisions.values()];
    expect(decision?.record).toMatchObject({ at: world.now, claim: { receivedAt: firstAt, sentAt: firstAt } });
  });
});

describe('the body of a kept event', () => {
  it('leaves the vault with its row, also where nobody was known when it came', async () => {
    await world.send(rawFailure('g'), rawCharge('c', 'g'));
    expect(personalOf('raw_event').map((row) => row.owner)).toEqual(['anumi/c', 'anumi/c']);
    await world.send(rawFailure('later'));
    expect(personalOf('raw_event').some((row) => row.owner.startsWith('event:'))).toBe(true);
    await world.send(rawOrder('c', 'o'), rawCharge('c', 'later'));
    expect(rows()).toEqual([]);
    expect(personalOf('raw_event')).toEqual([]);
  });
});

describe('an event that does not fit', () => {
  const invalid = (change: object = {}) => ({
    index: 0,
    id: 'e1',
    code: 'INVALID_EVENT' as const,
    message: '/data/credits: too small',
    raw: {
      id: 'e1',
      source: '/shop',
      type: 'redress.order.paid',
      data: { program: 'anumi', credits: -1, emails: ['a@b.example'] },
    },
    program: 'anumi',
    ...change,
  });

  it('is listed under its own name and type where they can be read', async () => {
    await ingestEvents(world.ingest, [], [invalid({ source: '/shop', type: 'redress.order.paid' }), invalid()]);
    expect(rows().map(({ eventKey, type }) => [eventKey, type])).toEqual([
      ['anumi/%2Fshop/e1', 'redress.order.paid'],
      ['anumi/invalid/e1', 'invalid'],
    ]);
  });

  it('can be read with what was sent, without who it is about', async () => {
    await ingestEvents(world.ingest, [], [invalid({ source: '/shop', type: 'redress.order.paid' })]);
    const id = rows()[0]?.id ?? '';
    const shown = await getKeptEvent(world.stores, id);
    expect(shown).toMatchObject({ id, code: 'INVALID_EVENT', body: { source: '/shop', data: { credits: -1 } } });
    expect(JSON.stringify(shown)).not.toContain('a@b.example');
    world.stores.tables.personal.clear();
    expect((await getKeptEvent(world.stores, id)).body).toBeNull();
    await expect(getKeptEvent(world.stores, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a kept event that was erased', () => {
  it('is not tried for ever', async () => {
    await world.send(rawCharge('c', 'g'));
    await world.stores.personal.erase('anumi/c');
    await world.send(rawOrder('c', 'o'));
    expect(rows()).toEqual([]);
    expect(await world.balanceOf('anumi', 'w-c')).toBe(100);
  });
});

describe('a refused event', () => {
  it('that was refused twice in one batch is one row', async () => {
    await world.send(rawOrder('c', 'o'));
    const charge = rawCharge('c', 'g', { credits: 101 });
    expect(await world.send(charge, charge)).toMatchObject({ rejected: [{ index: 0 }, { index: 1 }] });
    expect(rows()).toHaveLength(1);
  });

  it('can be replayed into one that asks for attention', async () => {
    await world.send(rawOrder('c', 'o'));
    const early = refund(100, { time: new Date(world.now + DAY).toISOString() });
    expect(await world.send(early)).toMatchObject({ rejected: [{ code: 'TIME_IN_FUTURE' }] });
    world.now += 2 * DAY;
    expect(await replayPending(world.ingest, rows())).toMatchObject({ accepted: 1, rejected: [] });
    expect(rows()).toMatchObject([{ status: 'attention', code: 'PARTIAL_EXTERNAL_REFUND' }]);
    expect(world.stores.tables.orders.get('anumi/o')).toMatchObject({ refundedExternallyMinor: 100 });
    expect(await world.send(early)).toMatchObject({ duplicates: 1 });
  });
});

describe('incidents', () => {
  const opened = (ago: number) => rawEvent('incident.opened', { incidentId: 'i', severity: 'complete' }, ago);
  const closed = (ago: number) =>
    rawEvent('incident.closed', { incidentId: 'i', severity: 'complete', remedyOffered: true }, ago);

  it('that open and close in one request keep both instants, in either order', async () => {
    await world.send(opened(3 * DAY), closed(DAY));
    expect(world.stores.tables.incidents.get('anumi/i')).toMatchObject({
      openedAt: world.now - 3 * DAY,
      closedAt: world.now - DAY,
      remedyOffered: true,
    });
    world.stores.tables.incidents.clear();
    await world.send(closed(DAY), opened(3 * DAY));
    expect(world.stores.tables.incidents.get('anumi/i')).toMatchObject({
      openedAt: world.now - 3 * DAY,
      closedAt: world.now - DAY,
      remedyOffered: true,
    });
  });

  it('count once, and keep what comes under a used id', async () => {
    const event = opened(DAY);
    expect(await world.send(event, event)).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await world.send({ ...event, data: { ...(event['data'] as object), severity: 'partial' } })).toMatchObject({
      rejected: [{ code: 'EVENT_ID_REUSED' }],
    });
    expect(rows()).toMatchObject([{ status: 'rejected', code: 'EVENT_ID_REUSED' }]);
  });
});
