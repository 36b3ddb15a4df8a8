import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseCustomer } from '../../../server/usecases/customers/erase-customer.ts';
import { replayDecision } from '../../../server/usecases/cases/replay-decision.ts';
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
const erase = () => eraseCustomer({ ...world.deps, personal: world.stores.personal }, 'anumi', 'c', KEY);
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

  it('may be repeated, also for somebody who was never heard of', async () => {
    await erase();
    expect(await erase()).toEqual({ rows: 0 });
    expect(await eraseCustomer({ ...world.deps, personal: world.stores.personal }, 'anumi', 'nobody', KEY)).toEqual({
      rows: 0,
    });
    expect(world.stores.tables.customers.has('anumi/nobody')).toBe(false);
  });

  it('goes on when it meets other changes, and erases nothing when they never end', async () => {
    let lost = 0;
    world.onCommit = () => ((lost += 1) <= 3 ? 'conflict' : undefined);
    expect(await erase()).toEqual({ rows: 2 });
    world.onCommit = () => 'conflict';
    await expect(erase()).rejects.toMatchObject({ code: 'CONFLICT', retryAfterSeconds: 1 });
  });
});
