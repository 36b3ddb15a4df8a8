import { join } from 'node:path';
import { mongo } from 'mongoose';
import { provisionServiceUser } from '../../stores/access.ts';
import { findFreePort } from '../embedded/free-port.ts';
import { initiateReplicaSet } from '../embedded/mongo-initiate.ts';
import { spawnMongod } from '../embedded/mongo-server.ts';
import { DATABASE, mongoUri } from '../embedded/mongo-uri.ts';
import type { Secrets } from '../embedded/secrets.ts';
import type { ServerProcess } from '../embedded/server-process.ts';

const MEMBERS = 3;
const STOP_MS = 6_000;

/** Three members on this machine, one of which can be killed and brought back. */
export interface ReplicaSet {
  readonly mongodbUri: string;
  readonly mongodbAdminUri: string;
  /** Kills the primary as `kill -9` does. @returns its port */
  killPrimary(): Promise<number>;
  /** Starts a killed member again on its data. */
  revive(port: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts three members on free ports, initiates them, makes administrator and service user. */
export async function startReplicaSet(folder: string, binary: string, secrets: Secrets): Promise<ReplicaSet> {
  const ports: number[] = [];
  while (ports.length < MEMBERS) {
    const port = await findFreePort();
    if (!ports.includes(port)) ports.push(port);
  }
  const members = new Map<number, ServerProcess>();
  const start = async (port: number): Promise<void> => {
    const { mongodbAdminPassword: adminPassword, replicaSetKey } = secrets;
    const plan = {
      binary,
      folder: join(folder, `mongo-${ports.indexOf(port) + 1}`),
      port,
      adminPassword,
      replicaSetKey,
    };
    members.set(port, await spawnMongod(plan));
  };
  const close = async (): Promise<void> => {
    await Promise.all([...members.values()].map((member) => member.stop(STOP_MS)));
  };
  try {
    for (const port of ports) await start(port);
    const isGone = (): boolean => [...members.values()].some((member) => member.hasExited());
    await initiateReplicaSet({ ports, adminPassword: secrets.mongodbAdminPassword, isGone });
    const admin = mongoUri({ ports, user: 'admin', password: secrets.mongodbAdminPassword, database: 'admin' });
    const service = { database: DATABASE, user: 'redress', password: secrets.mongodbServicePassword };
    await provisionServiceUser(admin, service);
    return {
      mongodbUri: mongoUri({ ports, ...service }),
      mongodbAdminUri: admin.replace('/admin?', `/${DATABASE}?`),
      async killPrimary() {
        const port = await primaryPort(admin);
        const member = members.get(port);
        if (member === undefined) throw new Error(`no member on port ${port}`);
        process.kill(member.pid, 'SIGKILL');
        await member.exited;
        return port;
      },
      revive: start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function primaryPort(adminUri: string): Promise<number> {
  const client = new mongo.MongoClient(adminUri);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    return Number(String(hello['primary']).split(':').at(-1));
  } finally {
    await client.close();
  }
}
