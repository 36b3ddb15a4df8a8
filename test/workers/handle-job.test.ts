import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../server/contract/error-registry.ts';
import type { LeasedMessage } from '../../server/ports/outbox.ts';
import { BuryMessage, ParkMessage } from '../../server/usecases/outbox/message-fate.ts';
import { handleEach, handleJob, MOST_ATTEMPTS } from '../../server/workers/handle-job.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { createMemoryOutbox } from '../fakes/stores/memory-outbox.ts';
import { createTables } from '../fakes/stores/memory-tables.ts';
import { sampleMessage } from '../suites/sample-documents.ts';

let rows: Map<string, LeasedMessage>;
let parked: [string, number][];
let buried: [string, string, string][];
let counted: string[];
let log: RecordedLog;

const deps = () => ({
  clock: { now: () => 5_000 },
  log,
  outbox: {
    countTry: async (ids: readonly string[]) => void counted.push(...ids),
    findOpen: async (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []),
    park: async (id: string, dueAt: number) => void parked.push([id, dueAt]),
    bury: async (id: string, letter: { code: string; detail: string; at: number }) =>
      void buried.push([id, letter.code, letter.detail]),
  },
});
const attempts = (count: number) =>
  rows.set('b', {
    id: 'b',
    topic: 'outcome',
    program: 'anumi',
    customerKey: 'anumi/c',
    ref: 'd',
    createdAt: 0,
    attempts: count,
  });
const conflict = new AppError('CONFLICT', 'busy');

beforeEach(() => {
  rows = new Map();
  for (const id of ['a', 'b', 'c'])
    rows.set(id, {
      id,
      topic: 'outcome',
      program: 'anumi',
      customerKey: 'anumi/c',
      ref: id,
      createdAt: 0,
      attempts: 1,
    });
  parked = [];
  buried = [];
  counted = [];
  log = new RecordedLog();
});

/** A use case that does everything but the message `b`, which meets `error`. */
function failingAtB(error: unknown) {
  const calls: string[][] = [];
  return {
    calls,
    run: async (ids: readonly string[]) => {
      calls.push([...ids]);
      if (ids.includes('b')) throw error;
      for (const id of ids) rows.delete(id);
    },
  };
}

describe('a chunk', () => {
  it('runs whole', async () => {
    const done: string[][] = [];
    await handleJob(deps(), { ids: ['a', 'b'] }, async (ids) => void done.push([...ids]));
    expect(done).toEqual([['a', 'b']]);
  });

  it('that fails is tried one by one, and a broken message becomes a dead letter without its text', async () => {
    const { run, calls } = failingAtB(new TypeError('cannot read jane@example.com'));
    await handleJob(deps(), { ids: ['a', 'b', 'c'] }, run);
    expect(calls).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(buried).toEqual([['b', 'INTERNAL', 'Something is broken here; the log has the details.']]);
    expect([...rows.keys()]).toEqual(['b']);
    expect(log.listMessages('error')).toHaveLength(1);
  });

  it('counts the try before it begins, where its messages were announced before', async () => {
    const seen: number[] = [];
    const run = async () => void seen.push(counted.length);
    await handleJob(deps(), { ids: ['a', 'b'] }, run);
    await handleJob(deps(), { ids: ['a', 'b'], again: true }, run);
    expect(seen).toEqual([0, 2]);
    expect(counted).toEqual(['a', 'b']);
  });

  it('fails as a whole while the database is away', async () => {
    const { run, calls } = failingAtB(new AppError('STORE_UNAVAILABLE', 'away'));
    await expect(handleJob(deps(), { ids: ['a', 'b'] }, run)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(calls).toEqual([['a', 'b']]);
    expect(buried).toEqual([]);
  });

  it.each([null, {}, { ids: [] }, { ids: ['a'], customer: 'x' }, { ids: Array.from({ length: 65 }, () => 'a') }])(
    'is refused where it is no job of ours: %j',
    async (data) => {
      await expect(handleJob(deps(), data, async () => undefined)).rejects.toThrow();
    },
  );
});

describe('a message', () => {
  it('that must wait is parked', async () => {
    await handleEach(deps(), ['a', 'b'], (id) => failingAtB(new ParkMessage(9_000, 'disputed')).run([id]));
    expect(parked).toEqual([['b', 9_000]]);
  });

  it('that nobody can do becomes a dead letter with its reason', async () => {
    await handleJob(deps(), { ids: ['b'] }, failingAtB(new BuryMessage('PROVIDER_NOT_CONFIGURED', 'No adapter.')).run);
    expect(buried).toEqual([['b', 'PROVIDER_NOT_CONFIGURED', 'No adapter.']]);
  });

  it('that may pass is tried again, and given up after many tries', async () => {
    attempts(MOST_ATTEMPTS - 1);
    await expect(handleJob(deps(), { ids: ['b'] }, failingAtB(conflict).run)).rejects.toBe(conflict);
    attempts(MOST_ATTEMPTS);
    await handleJob(deps(), { ids: ['b'] }, failingAtB(conflict).run);
    expect(buried).toEqual([['b', 'CONFLICT', 'busy']]);
  });

  it('that was parked all through a long dispute is not given up at the first conflict after it', async () => {
    const tables = createTables();
    const outbox = createMemoryOutbox(tables);
    tables.outbox.set('m', { message: sampleMessage('u', 'm'), state: 'open', dueAt: 0, attempts: 0 });
    let now = 0;
    const world = { log, outbox, clock: { now: () => now } };
    const job = (error: Error) => handleJob(world, { ids: ['m'], again: true }, () => Promise.reject(error));
    for (let parks = 0; parks <= MOST_ATTEMPTS; parks += 1, now += 30_000) await job(new ParkMessage(now, 'disputed'));
    await expect(job(conflict)).rejects.toBe(conflict);
    expect(await outbox.findOpen(['m'])).toMatchObject([{ attempts: 1 }]);
  });

  it('that was announced many times while nobody listened has been tried once', async () => {
    const tables = createTables();
    const outbox = createMemoryOutbox(tables);
    tables.outbox.set('m', { message: sampleMessage('u', 'm'), state: 'open', dueAt: 0, attempts: 0 });
    const world = { log, outbox, clock: { now: () => 5_000 } };
    for (let twins = 0; twins < 2 * MOST_ATTEMPTS; twins += 1)
      await expect(handleJob(world, { ids: ['m'], again: true }, () => Promise.reject(conflict))).rejects.toBe(
        conflict,
      );
    expect(await outbox.findOpen(['m'])).toMatchObject([{ attempts: 1 }]);
  });

  it('that is done by now is left alone, whatever the error', async () => {
    rows.delete('b');
    await handleJob(deps(), { ids: ['b'] }, failingAtB(new Error('posted before')).run);
    expect(buried).toEqual([]);
  });

  it('does not keep its neighbours back', async () => {
    await expect(handleEach(deps(), ['b', 'a', 'c'], (id) => failingAtB(conflict).run([id]))).rejects.toBe(conflict);
    expect([...rows.keys()]).toEqual(['b']);
  });
});
