import type { mongo } from 'mongoose';
import type { Database } from '../database.ts';
import { isAway, isConflict, isUnknownCommit, storeUnavailable } from '../store-error.ts';

/** Signals from inside a transaction that a guard did not match: somebody else was first. */
export class GuardLost extends Error {
  override readonly name = 'GuardLost';
}

/** Signals that a name which may be used once is taken. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

/** How a transaction ended; an error of any other kind is thrown. */
export type TransactionOutcome = 'committed' | 'conflict' | 'duplicate';

const TRANSACTION: mongo.TransactionOptions = {
  readConcern: { level: 'local' },
  writeConcern: { w: 'majority' },
  readPreference: 'primary',
};

/** An unknown commit is asked for again this long, ms; a failover takes less. */
export const COMMIT_AGAIN_MS = 10_000;
const COMMIT_PAUSE_MS = 25;

/**
 * Runs `work` in one transaction. It is never run a second time by itself: what it writes was decided on what was read
 * before, and after a lost guard somebody has to read and decide again.
 * @param journalId document that the transaction inserts, by which a commit of unknown outcome is recognised; null where it inserts none
 */
export async function transact(
  database: Database,
  journalId: string | null,
  work: (session: mongo.ClientSession) => Promise<void>,
  commitAgainMs = COMMIT_AGAIN_MS,
): Promise<TransactionOutcome> {
  const session = database.client.startSession();
  try {
    session.startTransaction(TRANSACTION);
    try {
      await work(session);
    } catch (error) {
      await session.abortTransaction().catch(() => undefined);
      return outcomeOf(error);
    }
    return await commit(session, Date.now() + commitAgainMs, (cause) => look(database, journalId, cause));
  } finally {
    await session.endSession().catch(() => undefined);
  }
}

function outcomeOf(error: unknown): TransactionOutcome {
  if (error instanceof NameTaken) return 'duplicate';
  if (error instanceof GuardLost || isConflict(error)) return 'conflict';
  throw error;
}

/** Commits; while nobody can say whether that went through, commits again, which is harmless; then looks. */
async function commit(
  session: mongo.ClientSession,
  until: number,
  lookForIt: (cause: unknown) => Promise<TransactionOutcome>,
): Promise<TransactionOutcome> {
  for (;;) {
    try {
      await session.commitTransaction();
      return 'committed';
    } catch (error) {
      if (!isUnknownCommit(error)) return outcomeOf(error);
      if (Date.now() >= until) return lookForIt(error);
      await new Promise((resolve) => setTimeout(resolve, COMMIT_PAUSE_MS));
    }
  }
}

/**
 * Without a journal nothing of value was sealed: the caller reads again, and finds its names taken if it went through.
 */
async function look(database: Database, journalId: string | null, cause: unknown): Promise<TransactionOutcome> {
  if (journalId === null) return 'conflict';
  try {
    const journal = await database
      .collection('journals')
      .findOne({ _id: journalId }, { projection: { _id: 1 }, readConcern: { level: 'majority' } });
    return journal === null ? 'conflict' : 'committed';
  } catch (error) {
    throw isAway(error) ? storeUnavailable(cause) : error;
  }
}
