import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseCustomer } from '../../../server/usecases/customers/erase-customer.ts';
import { replayDecision } from '../../../server/usecases/cases/replay-decision.ts';
import { ingestEvents, replayPending } from '../../../server/usecases/events/ingest-events.ts';
import { claimOf, rawEvent, rawOrder, ServiceWorld } from '../service-world.ts';

const KEY = { kind: 'key' as const, id: 'test', name: 'test', grants: [], ip: '10.0.0.1', requestId: 'request-1' };
let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await world.send(
    rawEvent('customer.updated', { customerId: 'c', emails: ['c@example.test'], phone: '+1 555 0100' }),
    rawOrder('c', 'o', { payerEmail: 'payer@example.test' }),
    rawEvent('customer.updated', { customerId: 'd', emails: ['d@example.test'] }),
  );
});
const erase = (program = 'anumi') =>
  eraseCustomer({ ...world.deps, personal: world.stores.personal }, program, 'c', KEY);
const owned = (owner: string) => [...world.stores.tables.personal.values()].filter((row) => row.owner === owner);

describe('erasing a customer', () => {
  it('takes words and hashes and leaves decisions that replay', async () => {
    const { decision } = await world.fileOne(claimOf('c', 'o', { sender: { email: 'payer@example.test' } }));
    expect(decision.record.claim.sender).toEqual({ emailKnown: true });
    expect(await erase()).toEqual({ rows: 3 });
    expect(owned('anumi/c')).toEqual([]);
    expect(owned('anumi/d')).toHaveLength(1);
    expect(world.stores.tables.customers.get('anumi/c')).toMatchObject({
      emailHashes: [],
      phoneHashes: [],
      erasedAt: world.now,
    });
    expect(world.stores.tables.orders.get('anumi/o')).not.toHaveProperty('payerEmailHash');
    expect(await replayDecision({ ...world.deps, reads: world.stores.reads }, decision.id)).toMatchObject({
      identical: true,
    });
    expect([...world.stores.tables.auditEvents.values()]).toContainEqual(
      expect.objectContaining({
        action: 'customer.erased',
        actor: 'key/test',
        ip: '10.0.0.1',
        requestId: 'request-1',
        subject: { type: 'customer', id: 'c' },
      }),
    );
  });

  it('is refused of a program that does not exist, and noted nowhere', async () => {
    await expect(erase('anumy')).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
    expect([...world.stores.tables.auditEvents.values()].map(({ action }) => action)).not.toContain('customer.erased');
  });

  it('takes the hashes out of every claim, and is noted once', async () => {
    for (let n = 0; n < 3; n += 1) await world.fileOne(claimOf('c', 'o', { sender: { email: `${n}@example.test` } }));
    const { decision } = await world.fileOne(claimOf('c', 'o'));
    const [first] = [...world.stores.tables.cases.values()];
    for (let n = 0; first !== undefined && n < 410; n += 1)
      world.stores.tables.cases.set(`case-${n}`, { ...first, id: `case-${n}` });
    await erase();
    const senders = [...world.stores.tables.cases.values()].map((kase) => kase.claim.sender);
    expect(senders.filter((sender) => sender !== undefined && Object.keys(sender).length > 0)).toEqual([]);
    expect(world.stores.tables.cases.get(decision.caseId)?.claim.sender).toBeUndefined();
    const notes = [...world.stores.tables.auditEvents.values()].filter((event) => event.action === 'customer.erased');
    expect(notes).toHaveLength(1);
  });

  it('takes the bodies of refused events that name the customer, whether or not they fit the contract', async () => {
    const profile = { customerId: 'c', emails: ['secret@example.test'] };
    await world.send(
      rawEvent('customer.updated', { ...profile, timezone: 'Mars/Base' }),
      rawOrder('c', 'o9', { payerEmail: 'secret@example.test' }, -10 * 60_000),
    );
    const raw = { ...rawEvent('customer.updated', { ...profile, age: 3 }) };
    const unknown = { ...rawEvent('customer.updated', { ...profile, customerId: 7 }), id: 'nobody' };
    const invalid = { code: 'INVALID_EVENT', message: 'No.', program: 'anumi' } as const;
    await ingestEvents(
      world.ingest,
      [],
      [
        { ...invalid, index: 0, id: 'bad', raw },
        { ...invalid, index: 1, id: 'nobody', raw: unknown },
      ],
    );
    const secrets = () =>
      [...world.stores.tables.personal.values()].filter((row) => JSON.stringify(row.content).includes('secret'));
    expect(secrets().map((row) => row.owner)).toEqual([
      'anumi/c',
      'anumi/c',
      'anumi/c',
      expect.stringContaining('event:'),
    ]);
    await erase();
    expect(secrets()).toHaveLength(1);
    await replayPending(world.ingest, [...world.stores.tables.pending.values()]);
    expect([...world.stores.tables.pending.values()].map((row) => row.eventKey)).toEqual(['anumi/invalid/nobody']);
  });

  it('may be repeated, also for somebody who was never heard of', async () => {
    await erase();
    expect(await erase()).toEqual({ rows: 0 });
    expect(await eraseCustomer({ ...world.deps, personal: world.stores.personal }, 'anumi', 'nobody', KEY)).toEqual({
      rows: 0,
    });
    expect(world.stores.tables.customers.has('anumi/nobody')).toBe(false);
    expect([...world.stores.tables.auditEvents.values()].at(-1)).toMatchObject({
      action: 'customer.erased',
      subject: { id: 'nobody' },
    });
  });

  it('goes on when it meets other changes, and erases nothing when they never end', async () => {
    let lost = 0;
    world.onCommit = () => ((lost += 1) <= 3 ? 'conflict' : undefined);
    expect(await erase()).toEqual({ rows: 2 });
    world.onCommit = () => 'conflict';
    await expect(erase()).rejects.toMatchObject({ code: 'CONFLICT', retryAfterSeconds: 1 });
  });
});
