import { Redis } from 'ioredis';
import type { Grant, Role } from '../../../server/core/access/role.ts';
import { createApiKey } from '../../../server/main/keys-command.ts';
import { publishPrograms } from '../../../server/main/publish-programs.ts';
import { migrate } from '../../../server/stores/migrate.ts';
import { configOf, startOwnProcess } from '../../faults/own-process.ts';
import { makePeople } from '../../journeys/signed-in.ts';
import { createTestDatabase, testRedisUrl } from '../../setup/database.ts';
import { Machine } from './machine.ts';

/** Everybody who can sign in, by the beginning of their address; all have one password. */
const PEOPLE = {
  admin: 'admin',
  'owner-a': 'policy_owner',
  'owner-b': 'policy_owner',
  'approver-a': 'policy_approver',
  legal: 'legal_owner',
  reviewer: 'reviewer',
  auditor: 'auditor',
  operator: 'operator',
} as const satisfies Record<string, Role>;
export type Who = keyof typeof PEOPLE;

/** Redis database of the service that browsers visit, its own for each process of tests; the other tests share number 0. */
const REDIS_DATABASE = 7 + (Number(process.env['VITEST_POOL_ID']) || 0);

/** A running service of a file's own: an API process that serves the built admin, a worker process, real stores. */
export interface Stack {
  /** Address of the API, and of the admin. */
  readonly url: string;
  /** An integrating program with a key for everything. */
  readonly machine: Machine;
  close(): Promise<void>;
}

/** Starts it, with the shipped programs published and {@link PEOPLE} as its users. */
export async function openStack(): Promise<Stack> {
  const database = await createTestDatabase();
  const redisUrl = await emptyRedis();
  const config = await configOf({ mongodbUri: database.uri, mongodbAdminUri: database.adminUri, redisUrl });
  await migrate(database.adminUri);
  await publishPrograms(config);
  const grants = Object.entries(PEOPLE).map(([who, role]): [string, Grant[]] => [who, [{ role, programs: ['*'] }]]);
  const [api, worker, secret] = await Promise.all([
    startOwnProcess(config, 'api'),
    startOwnProcess(config, 'worker'),
    createApiKey(config, { name: 'shop' }),
    makePeople(config, Object.fromEntries(grants)),
  ]);
  return {
    url: api.url,
    machine: new Machine(api.url, secret),
    close: async () => {
      await Promise.all([api.kill(), worker.kill()]);
      await database.drop();
    },
  };
}

async function emptyRedis(): Promise<string> {
  const url = new URL(testRedisUrl());
  url.pathname = `/${REDIS_DATABASE}`;
  const client = new Redis(url.href);
  await client.flushdb();
  await client.quit();
  return url.href;
}
