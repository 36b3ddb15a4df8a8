import { Error as MongooseErrors, mongo } from 'mongoose';
import { AppError } from '../contract/error-registry.ts';

/** Seconds after which a client may try again: a failover is over by then. */
const RETRY_AFTER_SECONDS = 5;

/** Codes by which a server says that it cannot serve now: no primary, stepping down, shutting down, out of time. */
const AWAY_CODES = new Set([6, 7, 50, 64, 89, 91, 133, 189, 262, 9001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);
/** Lock timeout, write conflict, no such transaction, snapshot unavailable: the transaction is gone, another may succeed. */
const CONFLICT_CODES = new Set([24, 112, 246, 251]);
const DUPLICATE_CODE = 11_000;
const OUT_OF_TIME_CODE = 50;

/** Kinds of the driver that mean the same; a cleared pool is a network error, a full one has no class to ask for. */
const AWAY_ERRORS = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  MongooseErrors.MongooseServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
] as const;

/** Whether a write error's code says that an `_id` is taken. */
export function isDuplicateCode(code: number): boolean {
  return code === DUPLICATE_CODE;
}

/** Whether an insert found its `_id` taken. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_CODE;
}

/** Whether a transaction was lost to another one, or to a failover before its commit was asked for. */
export function isConflict(error: unknown): boolean {
  if (error instanceof mongo.MongoBulkWriteError && wrapped(error).some(isConflict)) return true;
  if (!(error instanceof mongo.MongoError) || error instanceof mongo.MongoServerSelectionError) return false;
  return error.hasErrorLabel('TransientTransactionError') || CONFLICT_CODES.has(Number(error.code));
}

/** Whether nobody can say yet if a commit went through. */
export function isUnknownCommit(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
}

/** Whether a read was cut off at its own limit of time. */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === OUT_OF_TIME_CODE;
}

/** Whether the database cannot be reached or cannot serve now. */
export function isAway(error: unknown): boolean {
  if (error instanceof mongo.MongoBulkWriteError && wrapped(error).some(isAway)) return true;
  if (AWAY_ERRORS.some((kind) => error instanceof kind)) return true;
  return (
    error instanceof mongo.MongoError &&
    (error.name === 'MongoWaitQueueTimeoutError' || AWAY_CODES.has(Number(error.code)))
  );
}

/** What a bulk write reports when it was cut off in the middle: the driver wraps the failure of the connection. */
function wrapped(error: mongo.MongoBulkWriteError): unknown[] {
  return [error.errorResponse, error.cause].filter((inner) => inner instanceof Error && inner !== error);
}

/** The error of the registry for a database that is away; every other error as it is. */
export function toStoreError(error: unknown): unknown {
  if (!isAway(error)) return error;
  return storeUnavailable(error);
}

/** Answers 503 with the time after which to try again. */
export function storeUnavailable(cause: unknown): AppError<'STORE_UNAVAILABLE'> {
  return new AppError(
    'STORE_UNAVAILABLE',
    'Nothing was changed. Try again in a few seconds with the same Idempotency-Key.',
    {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause,
    },
  );
}

/** A port whose every method rejects with errors of the registry where the database is away. */
export function withStoreErrors<T extends object>(port: T): T {
  const methods = Object.entries(port).map(([name, method]: [string, unknown]) => [name, wrap(method)]);
  return Object.fromEntries(methods) as T;
}

function wrap(method: unknown): unknown {
  if (typeof method !== 'function') return method;
  return async (...args: unknown[]): Promise<unknown> => {
    try {
      return await (Reflect.apply(method, undefined, args) as Promise<unknown>);
    } catch (error) {
      throw toStoreError(error);
    }
  };
}
