import { mongo } from 'mongoose';
import { REPLICA_SET } from './mongo-uri.ts';

const READY_MS = 60_000;

/** What initiation needs: every member's port, and a way to see that a member has ended. */
export interface ReplicaSetPlan {
  /** Ports on 127.0.0.1; the first member is asked to initiate. */
  readonly ports: readonly number[];
  readonly adminPassword: string;
  readonly isGone: () => boolean;
}

/**
 * Initiates a new replica set, or finds the one on disk again; waits for a primary; makes the administrator.
 * Every step can be repeated, so a start that was killed half-way is completed by the next.
 * @throws Error where the member ends or no primary appears within a minute
 */
export async function initiateReplicaSet(plan: ReplicaSetPlan): Promise<void> {
  const end = Date.now() + READY_MS;
  for (let lastError: unknown = null; ;) {
    if (plan.isGone()) throw new Error('mongod has ended');
    if (Date.now() > end) throw new Error('no primary after a minute', { cause: lastError });
    try {
      if (await attempt(plan)) return;
      lastError = null;
    } catch (error) {
      lastError = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** One pass: returns true once the administrator can log in at a primary. */
async function attempt(plan: ReplicaSetPlan): Promise<boolean> {
  if (await loggedIn(plan)) return true;
  // Until the first user exists, a connection from this machine may administrate without logging in.
  return withClient(plan, null, async (admin) => {
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) {
      await admin.command({ createUser: 'admin', pwd: plan.adminPassword, roles: ['root'] });
      return false;
    }
    if (hello['setName'] === undefined)
      await admin.command({ replSetInitiate: configuration(plan) }).catch(ignoreInitiated);
    return false;
  });
}

async function loggedIn(plan: ReplicaSetPlan): Promise<boolean> {
  try {
    return await withClient(plan, plan.adminPassword, async (admin) => {
      const hello = await admin.command({ hello: 1 });
      if (hello['isWritablePrimary'] === true) return true;
      if (plan.ports.length > 1 && typeof hello['primary'] === 'string') return true;
      if (hello['isreplicaset'] === true || hello['setName'] === undefined) await moveMember(admin, plan);
      return false;
    });
  } catch (error) {
    // 18: there is no such user yet.
    if (error instanceof mongo.MongoServerError && error.code === 18) return false;
    throw error;
  }
}

/** The configuration on disk names the member's port; after a change of port it does not find itself in it. */
async function moveMember(admin: mongo.Db, plan: ReplicaSetPlan): Promise<void> {
  const stored = await admin.command({ replSetGetConfig: 1 }).catch(() => null);
  const version = Number(stored?.['config']?.version ?? 0);
  await admin.command({ replSetReconfig: { ...configuration(plan), version: version + 1 }, force: true });
}

function configuration(plan: ReplicaSetPlan): mongo.Document {
  const { length } = plan.ports;
  const members = plan.ports.map((port, index) => ({
    _id: index,
    host: `127.0.0.1:${port}`,
    priority: length - index,
  }));
  // Members on one machine hear of each other at once: no need for the ten seconds that a network wants.
  return { _id: REPLICA_SET, members, settings: { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 } };
}

/** 23: already initiated. */
function ignoreInitiated(error: unknown): void {
  if (!(error instanceof mongo.MongoServerError && error.code === 23)) throw error;
}

async function withClient<T>(
  plan: ReplicaSetPlan,
  password: string | null,
  work: (admin: mongo.Db) => Promise<T>,
): Promise<T> {
  const auth = password === null ? {} : { auth: { username: 'admin', password }, authSource: 'admin' };
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${plan.ports[0]}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2_000,
    ...auth,
  });
  try {
    return await work(client.db('admin'));
  } finally {
    await client.close();
  }
}
