import { beforeEach, describe, expect, it } from 'vitest';
import { announceMessages } from '../../../server/usecases/outbox/announce-messages.ts';
import { relayOutbox, type RelayDeps } from '../../../server/usecases/outbox/relay-outbox.ts';
import { replayDeadLetter } from '../../../server/usecases/outbox/replay-dead-letter.ts';
import { buildPayout } from '../../builders/refund.ts';
import { MemoryLedger } from '../../fakes/payouts/memory-ledger.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

let ledger: MemoryLedger;
let jobs: { topic: string; ids: readonly string[]; provider: string | undefined }[];
let repeats: boolean[];
let queue: { isAway: boolean; isDeaf: boolean; isMute: boolean; full: string[] };
let log: RecordedLog;
const clock = { now: () => 100_000 };

const work = {
  publish: async (topic: string, ids: readonly string[], provider?: string, isRepeat = false) => {
    if (queue.isAway) throw new Error('away');
    repeats.push(isRepeat);
    jobs.push({ topic, ids, provider });
  },
  isBacklogged: async (topic: string, provider?: string) => {
    if (queue.isMute && topic === 'payout') throw new Error('away');
    return queue.full.includes(`${topic}/${provider ?? ''}`);
  },
  isReachable: async () => !queue.isAway || queue.isDeaf,
};
const deps = (): RelayDeps => ({ outbox: ledger.outbox, payouts: ledger.payoutStore, queue: work, clock, log });

function add(
  id: string,
  topic: 'outcome' | 'payout',
  change: { dueAt?: number; attempts?: number; provider?: string } = {},
) {
  ledger.messages.set(id, {
    id,
    topic,
    program: 'anumi',
    customerKey: 'anumi/c',
    ref: `ref-${id}`,
    createdAt: 0,
    attempts: 0,
    dueAt: 0,
    ...change,
  });
}

beforeEach(() => {
  ledger = new MemoryLedger();
  jobs = [];
  repeats = [];
  queue = { isAway: false, isDeaf: false, isMute: false, full: [] };
  log = new RecordedLog();
});

describe('the relay', () => {
  it('announces what is open, payouts to their provider’s queue, and leases it', async () => {
    add('a', 'outcome');
    add('b', 'outcome');
    add('p', 'payout', { provider: 'sandbox' });
    add('q', 'payout');
    ledger.payouts.set('ref-q', buildPayout({ id: 'ref-q', provider: 'paddle' }));
    expect(await relayOutbox(deps())).toBe(4);
    expect(jobs).toEqual([
      { topic: 'outcome', ids: ['a', 'b'], provider: undefined },
      { topic: 'payout', ids: ['p'], provider: 'sandbox' },
      { topic: 'payout', ids: ['q'], provider: 'paddle' },
    ]);
    expect(ledger.messages.get('a')).toMatchObject({ attempts: 0, dueAt: 130_000 });
    expect(repeats).toEqual([true, true, true]);
    expect(await relayOutbox(deps())).toBe(0);
  });

  it('leaves whoever committed a message two seconds to announce it', async () => {
    add('young', 'outcome', { dueAt: 98_001 });
    add('old', 'outcome', { dueAt: 98_000 });
    await relayOutbox(deps());
    expect(jobs.map((job) => job.ids)).toEqual([['old']]);
  });

  it('leases nothing while the queue is away', async () => {
    queue.isAway = true;
    add('a', 'outcome');
    expect(await relayOutbox(deps())).toBe(0);
    expect(ledger.messages.get('a')).toMatchObject({ attempts: 0, dueAt: 0 });
  });

  it('makes messages due again that could not be announced', async () => {
    Object.assign(queue, { isAway: true, isDeaf: true });
    add('a', 'outcome');
    expect(await relayOutbox(deps())).toBe(0);
    expect(ledger.messages.get('a')?.dueAt).toBe(101_000);
    expect(log.listMessages('warn')).toHaveLength(1);
  });

  it('gives the lease back where the queue goes away between the lease and the look at its length', async () => {
    Object.assign(queue, { isAway: true, isDeaf: true, isMute: true });
    add('p', 'payout', { provider: 'sandbox' });
    expect(await relayOutbox(deps())).toBe(0);
    expect(ledger.messages.get('p')?.dueAt).toBe(101_000);
  });

  it('adds nothing to a queue that has enough to do, and counts nobody there as tried', async () => {
    queue.full = ['outcome/', 'payout/sandbox'];
    add('a', 'outcome');
    add('p', 'payout', { provider: 'sandbox' });
    add('q', 'payout', { provider: 'paddle' });
    for (let passes = 0; passes < 60; passes += 1) {
      for (const message of ledger.messages.values()) message.dueAt = 0;
      await relayOutbox(deps());
    }
    expect(new Set(jobs.map((job) => job.provider))).toEqual(new Set(['paddle']));
    queue.full = [];
    for (const message of ledger.messages.values()) message.dueAt = 0;
    await relayOutbox(deps());
    expect(jobs.slice(-3).map((job) => job.ids)).toEqual([['a'], ['p'], ['q']]);
    expect([...ledger.messages.values()].map(({ attempts, letter }) => [attempts, letter])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, undefined],
    ]);
  });

  it('gives up an outcome that never comes to an end, and never a payout', async () => {
    add('a', 'outcome', { attempts: 48 });
    add('b', 'outcome', { attempts: 47 });
    add('p', 'payout', { attempts: 240, provider: 'sandbox' });
    await relayOutbox(deps());
    expect(ledger.messages.get('a')?.letter).toMatchObject({ code: 'NEVER_FINISHED' });
    expect(jobs.flatMap((job) => job.ids).toSorted()).toEqual(['b', 'p']);
  });
});

it('an announcement that fails for one lane reaches the others', async () => {
  const failed = await announceMessages(
    {
      publish: async (topic, ids, provider) => {
        if (provider === 'paddle') throw new Error('away');
        jobs.push({ topic, ids, provider });
      },
    },
    ['sandbox', 'paddle', 'sandbox'].map((provider, index) => ({
      id: `m${index}`,
      topic: 'payout' as const,
      program: 'anumi',
      customerKey: 'anumi/c' as const,
      ref: 'r',
      createdAt: 0,
      provider,
    })),
  );
  expect(failed.map((message) => message.id)).toEqual(['m1']);
  expect(jobs).toEqual([{ topic: 'payout', ids: ['m0', 'm2'], provider: 'sandbox' }]);
});

describe('a dead letter', () => {
  const replay = (id: string) =>
    replayDeadLetter(
      {
        queue: work,
        unitOfWork: ledger.unitOfWork,
        clock,
        ids: { next: () => 'id' },
        outbox: {
          findOpen: ledger.outbox.findOpen,
          replay: async (letterId) => {
            const message = ledger.messages.get(letterId);
            if (message?.letter === undefined) return false;
            delete message.letter;
            return true;
          },
        },
      },
      id,
      { kind: 'key', id: 'k', name: 'k', grants: [] },
    );

  it('is due again, announced and noted when replayed', async () => {
    add('a', 'outcome');
    await ledger.outbox.bury('a', { code: 'INTERNAL', detail: '', at: 0 });
    await replay('a');
    expect(jobs.map((job) => job.ids)).toEqual([['a']]);
    expect(ledger.actions).toEqual(['dead_letter.replayed']);
  });

  it('that is none is not found', async () => {
    add('a', 'outcome');
    await expect(replay('a')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(ledger.actions).toEqual([]);
  });
});
