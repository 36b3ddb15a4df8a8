import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../server/stores/database.ts';
import { GuardLost, NameTaken, transact } from '../../server/stores/units/transact.ts';

/** An error of the server with labels, as the driver makes them. */
function labelled(code: number, ...labels: string[]): mongo.MongoServerError {
  return new mongo.MongoServerError({ message: `code ${code}`, code, errorLabels: labels });
}

interface Script {
  /** What each asking for the commit meets; nothing left: it commits. */
  readonly commits?: readonly unknown[];
  /** What looking for the journal meets. */
  readonly journal?: 'there' | 'absent' | Error;
}

/** A database whose one session answers as scripted, and what was asked of it. */
function scripted({ commits = [], journal = 'absent' }: Script): { database: Database; asked: string[] } {
  const asked: string[] = [];
  const open = [...commits];
  const session = {
    startTransaction: () => asked.push('start'),
    commitTransaction: async () => {
      asked.push('commit');
      if (open.length > 0) throw open.shift();
    },
    abortTransaction: async () => {
      asked.push('abort');
      throw new Error('an abort that fails changes nothing');
    },
    endSession: async () => asked.push('end'),
  };
  const findOne = async (): Promise<object | null> => {
    asked.push('look');
    if (journal instanceof Error) throw journal;
    return journal === 'there' ? { _id: 'j' } : null;
  };
  const database = { client: { startSession: () => session }, collection: () => ({ findOne }) } as unknown as Database;
  return { database, asked };
}

const nothing = async (): Promise<void> => undefined;
const UNKNOWN = labelled(189, 'UnknownTransactionCommitResult');

describe('transact', () => {
  it('commits', async () => {
    const { database, asked } = scripted({});
    expect(await transact(database, 'j', nothing)).toBe('committed');
    expect(asked).toEqual(['start', 'commit', 'end']);
  });

  it.each([
    ['a lost guard', new GuardLost('x'), 'conflict'],
    ['a taken name', new NameTaken('x'), 'duplicate'],
    ['a write conflict', labelled(112, 'TransientTransactionError'), 'conflict'],
    ['a step-down before the commit', labelled(189, 'TransientTransactionError'), 'conflict'],
    ['a lost transaction without a label', labelled(251), 'conflict'],
  ])('aborts on %s', async (_name, error, outcome) => {
    const { database, asked } = scripted({});
    expect(await transact(database, 'j', async () => Promise.reject(error))).toBe(outcome);
    expect(asked).toEqual(['start', 'abort', 'end']);
  });

  it('throws what nobody foresaw, after aborting', async () => {
    const { database, asked } = scripted({});
    await expect(transact(database, 'j', async () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(asked).toEqual(['start', 'abort', 'end']);
  });

  it('commits again while nobody knows, and never runs the work again', async () => {
    const { database, asked } = scripted({ commits: [UNKNOWN, UNKNOWN] });
    let runs = 0;
    const outcome = await transact(database, 'j', async () => {
      runs += 1;
    });
    expect([outcome, runs]).toEqual(['committed', 1]);
    expect(asked).toEqual(['start', 'commit', 'commit', 'commit', 'end']);
  });

  it('takes a transaction that the new primary does not know as not committed', async () => {
    const { database } = scripted({ commits: [UNKNOWN, labelled(251, 'TransientTransactionError')] });
    expect(await transact(database, 'j', nothing)).toBe('conflict');
  });

  it('looks for the journal once asking again did not help', async () => {
    const never = Array.from({ length: 3 }, () => UNKNOWN);
    const look = async (script: Script, journalId: string | null = 'j') => {
      const { database, asked } = scripted({ commits: never, ...script });
      const outcome = await transact(database, journalId, nothing, 0).catch((error: unknown) => error);
      return { outcome, looked: asked.includes('look') };
    };
    expect(await look({ journal: 'there' })).toEqual({ outcome: 'committed', looked: true });
    expect(await look({ journal: 'absent' })).toEqual({ outcome: 'conflict', looked: true });
    expect(await look({}, null)).toEqual({ outcome: 'conflict', looked: false });
    expect(await look({ journal: new mongo.MongoNetworkError('gone') })).toMatchObject({
      outcome: { code: 'STORE_UNAVAILABLE' },
      looked: true,
    });
  });
});
