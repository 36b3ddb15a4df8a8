import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { inject } from 'vitest';
import { provisionServiceUser } from '../../server/stores/access.ts';

/** A database that one test file has to itself. */
export interface TestDatabase {
  readonly name: string;
  /** Connection of the restricted service user, as in production. */
  readonly uri: string;
  /** Connection of the administrator, for migrations and for looking behind the curtain. */
  readonly adminUri: string;
  /** Drops the database and its users. */
  drop(): Promise<void>;
}

/** Makes a database with a unique name, and the restricted user of it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUri = inject('mongodbAdminUri');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await provisionServiceUser(adminUri, { database: name, user: 'redress', password });
  const target = new URL(adminUri);
  target.pathname = `/${name}`;
  const service = new URL(target);
  service.username = 'redress';
  service.password = password;
  service.searchParams.set('authSource', name);
  return {
    name,
    uri: service.href,
    adminUri: target.href,
    async drop() {
      const client = new mongo.MongoClient(target.href);
      try {
        await client.db(name).removeUser('redress');
        await client.db(name).command({ dropAllRolesFromDatabase: 1 });
        await client.db(name).dropDatabase();
      } finally {
        await client.close();
      }
    },
  };
}

/** URL of the test run's Redis. */
export function testRedisUrl(): string {
  return inject('redisUrl');
}

/** A prefix for Redis keys and queues that one test file has to itself. */
export function uniquePrefix(): string {
  return `test-${randomBytes(6).toString('hex')}`;
}
