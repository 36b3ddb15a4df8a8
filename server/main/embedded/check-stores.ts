import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { SetupError } from '../setup-error.ts';

const REACH_MS = 8_000;

/**
 * Tries a MongoDB that the person named, before anything is started on it.
 * @param reachMs how long to wait for it
 * @throws SetupError where it cannot be reached, refuses the login, or has no transactions
 */
export async function checkMongodb(uri: string, reachMs = REACH_MS): Promise<void> {
  const where = withoutPassword(uri);
  const client = newClient(uri, where, reachMs);
  try {
    const hello = await client.db().command({ hello: 1 });
    // A router of a sharded cluster answers "isdbgrid" and has transactions too.
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
      throw new SetupError(`the MongoDB at ${where} is not a replica set, and without one it has no transactions.`, [
        'start it with --replSet and run rs.initiate() once; one member is enough',
        'or unset MONGODB_URI, and an embedded replica set is started',
      ]);
    }
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw unreachable(error, where);
  } finally {
    await client.close();
  }
}

/**
 * Tries a Redis that the person named.
 * @throws SetupError where it cannot be reached or refuses the login
 */
export async function checkRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: REACH_MS,
    maxRetriesPerRequest: 0,
  });
  let reason = 'no answer';
  client.on('error', (error: Error) => {
    reason = error.message || String(error);
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    if (error instanceof Error && !/closed/i.test(error.message)) reason = error.message;
    throw new SetupError(`the Redis at ${withoutPassword(url)} (REDIS_URL) cannot be used: ${reason}.`, [
      'check that it runs, and the address and password in REDIS_URL',
      'or unset REDIS_URL, and an embedded one is started',
    ]);
  } finally {
    client.disconnect();
  }
}

function newClient(uri: string, where: string, reachMs: number): InstanceType<typeof mongo.MongoClient> {
  try {
    return new mongo.MongoClient(uri, { serverSelectionTimeoutMS: reachMs, connectTimeoutMS: reachMs });
  } catch (error) {
    throw unreachable(error, where);
  }
}

function unreachable(error: unknown, where: string): SetupError {
  const reason = error instanceof Error ? error.message : String(error);
  const refused = error instanceof mongo.MongoServerError && error.code === 18;
  return new SetupError(
    refused
      ? `the MongoDB at ${where} (MONGODB_URI) refuses the login.`
      : `the MongoDB at ${where} (MONGODB_URI) cannot be reached: ${reason}.`,
    [
      'check that it runs, and the address, user and password in MONGODB_URI',
      'or unset MONGODB_URI, and an embedded one is started',
    ],
    { cause: error },
  );
}

/** An address that may be shown: the password of a connection string is nobody's business. */
function withoutPassword(uri: string): string {
  return uri.replace(/^([a-z+]+:\/\/)[^@/]*@/, '$1');
}
