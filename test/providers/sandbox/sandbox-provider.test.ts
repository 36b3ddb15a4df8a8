import { describe, expect, it } from 'vitest';
import { createSandboxProvider } from '../../../server/providers/sandbox/sandbox-provider.ts';
import { selectBehaviour } from '../../../server/providers/sandbox/sandbox-behaviour.ts';
import { MemoryBook } from '../../fakes/payouts/memory-book.ts';

const order = (paymentRef: string) => ({
  key: `refund/anumi/${paymentRef}/0`,
  program: 'anumi',
  paymentRef,
  amountMinor: 999,
  currency: 'EUR',
});
const never = new AbortController().signal;
const open = (book = new MemoryBook(), now = 1_000) => createSandboxProvider({ book, clock: { now: () => now } });

it.each([
  ['sbx_fail', 'fail'],
  ['sbx_late_fail_2', 'late_fail'],
  ['sbx_pending-x', 'pending'],
  ['sbx_unknown', 'unknown'],
  ['sbx_ok', 'settle'],
  ['pi_123', 'settle'],
  ['', 'settle'],
])('%s: %s', (ref, behaviour) => {
  expect(selectBehaviour(ref)).toBe(behaviour);
});

describe('the sandbox', () => {
  it.each([
    ['sbx_ok', 'settled'],
    ['sbx_fail', 'failed'],
    ['sbx_late_fail', 'settled'],
    ['sbx_pending', 'submitted'],
  ])('answers %s with %s, and so again in another process', async (ref, state) => {
    const book = new MemoryBook();
    expect(await open(book).lookUp(order(ref))).toBeNull();
    expect(await open(book).create(order(ref), never)).toMatchObject({ state });
    expect(await open(book).create(order(ref), never)).toMatchObject({ state });
    expect(await open(book).lookUp(order(ref))).toMatchObject({ state });
    expect(book.refunds.size).toBe(1);
  });

  it('commits an unknown one, says nothing until the call is given up, and knows it afterwards', async () => {
    const book = new MemoryBook();
    const abort = new AbortController();
    const call = open(book).create(order('sbx_unknown'), abort.signal);
    abort.abort(new Error('given up'));
    await expect(call).rejects.toThrow('given up');
    expect(await open(book).lookUp(order('sbx_unknown'))).toMatchObject({ state: 'settled' });
    expect(await open(book).create(order('sbx_unknown'), never)).toMatchObject({ state: 'settled' });
  });

  it('keeps its promise to wait: a webhook decides once', async () => {
    const book = new MemoryBook();
    const { key } = order('sbx_pending');
    await open(book).create(order('sbx_pending'), never);
    expect(await open(book).readNotification({ key, state: 'settled' })).toEqual({ key, answer: { state: 'settled' } });
    expect(await open(book).lookUp(order('sbx_pending'))).toMatchObject({ state: 'settled' });
    await open(book).readNotification({ key, state: 'failed', code: 'returned' });
    expect(await open(book).lookUp(order('sbx_pending'))).toMatchObject({ state: 'failed', code: 'returned' });
    for (const body of [null, {}, { key, state: 'settled', more: 1 }, { key: 'none', state: 'settled' }])
      expect(await open(book).readNotification(body)).toBeNull();
  });

  it('tells of every late failure though one is not heard', async () => {
    const book = new MemoryBook();
    for (const ref of ['sbx_late_fail_1', 'sbx_late_fail_2']) await open(book, 0).create(order(ref), never);
    const told: string[] = [];
    const sandbox = open(book, 5_000);
    await expect(
      sandbox.deliverNotifications(async ({ key }) => {
        if (key.includes('_1')) throw new Error('not heard');
        told.push(key);
      }),
    ).rejects.toThrow('not heard');
    expect(await sandbox.deliverNotifications(async ({ key }) => told.push(key))).toBe(1);
    expect(told.toSorted()).toEqual(['refund/anumi/sbx_late_fail_1/0', 'refund/anumi/sbx_late_fail_2/0']);
    expect(await sandbox.deliverNotifications(async () => undefined)).toBe(0);
  });
});
