import { mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSettings } from '../../../server/main/config.ts';
import { checkMongodb, checkRedis } from '../../../server/main/embedded/check-stores.ts';
import { findFreePort } from '../../../server/main/embedded/free-port.ts';
import { startMongo } from '../../../server/main/embedded/mongo-server.ts';
import { obtainMongod } from '../../../server/main/embedded/obtain-mongod.ts';
import { obtainRedis } from '../../../server/main/embedded/obtain-redis.ts';
import { silentProgress } from '../../../server/main/embedded/progress.ts';
import { isAlive } from '../../../server/main/embedded/process-identity.ts';
import { startRedis } from '../../../server/main/embedded/redis-server.ts';
import { ensureSecrets } from '../../../server/main/embedded/secrets.ts';
import { spawnServer } from '../../../server/main/embedded/server-process.ts';
import { startEmbeddedStores } from '../../../server/main/embedded/stores.ts';
import type { EmbeddedStores } from '../../../server/main/embedded/stores.ts';

let dataDir: string;
let ports: { mongodbPort: number; redisPort: number };
const { cacheDir } = loadSettings({});

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'redress-stores-'));
  ports = { mongodbPort: await findFreePort(), redisPort: await findFreePort() };
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(
  wanted: { mongodbPort: number | null; redisPort: number | null } = ports,
): Promise<EmbeddedStores> {
  return startEmbeddedStores({ dataDir, cacheDir, secrets: await ensureSecrets(dataDir), ...wanted }, silentProgress);
}

const mongodOf = (): number => Number(readFileSync(join(dataDir, 'mongodb', 'mongod.pid'), 'utf8'));
const redisOf = (): number => Number(readFileSync(join(dataDir, 'redis', 'redis.pid'), 'utf8'));

async function addCase(stores: EmbeddedStores, name: string): Promise<void> {
  await withCases(stores, (cases) => cases.insertOne({ name }));
}

function casesIn(stores: EmbeddedStores): Promise<number> {
  return withCases(stores, (cases) => cases.countDocuments());
}

async function withCases<T>(stores: EmbeddedStores, work: (cases: mongo.Collection) => Promise<T>): Promise<T> {
  const client = new mongo.MongoClient(stores.mongodbUri ?? '');
  try {
    return await work(client.db().collection('cases'));
  } finally {
    await client.close();
  }
}

describe('embedded stores', () => {
  it('keep what they hold over a clean stop', async () => {
    const stores = await start();
    await addCase(stores, 'first');
    const redis = new Redis(stores.redisUrl ?? '');
    await redis.set('kept', 'yes');
    expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
    const stopped = [mongodOf(), redisOf()];
    await stores.close();
    expect(stopped.map(isAlive)).toEqual([false, false]);
    // Asked, not forced: what is forced leaves its lock file filled.
    expect((await stat(join(dataDir, 'mongodb', 'data', 'mongod.lock'))).size).toBe(0);

    const again = await start();
    expect(await casesIn(again)).toBe(1);
    const other = new Redis(again.redisUrl ?? '');
    expect(await other.get('kept')).toBe('yes');
    other.disconnect();
    await again.close();
  });

  it('ask for a password, and keep their secrets private', async () => {
    const stores = await start();
    const nobody = new mongo.MongoClient(`mongodb://127.0.0.1:${ports.mongodbPort}/?directConnection=true`);
    await expect(nobody.db('redress').collection('cases').findOne({})).rejects.toMatchObject({ code: 13 });
    await nobody.close();
    await expect(checkRedis(`redis://127.0.0.1:${ports.redisPort}`)).rejects.toThrow(/NOAUTH|cannot be used/);
    for (const file of ['secrets.json', 'mongodb/keyfile', 'redis/redis.conf']) {
      expect((await stat(join(dataDir, file))).mode & 0o777, file).toBe(0o600);
    }
    await stores.close();
  });

  it('lose nothing that was committed when everything is killed', async () => {
    const stores = await start();
    await addCase(stores, 'second');
    const killed = [mongodOf(), redisOf()];
    // As after kill -9 of everything: nobody is left to stop or restart them.
    const stopped = stores.close();
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await stopped;
    const again = await start();
    expect(await casesIn(again)).toBe(2);
    await again.close();
  });

  it('end what a killed supervisor left running on the same folder', async () => {
    // Servers without a supervisor: one that lives would start them again.
    const { mongodbAdminPassword: adminPassword, replicaSetKey, redisPassword } = await ensureSecrets(dataDir);
    const mongod = await obtainMongod(cacheDir, silentProgress);
    const orphans = [
      (
        await startMongo({
          binary: mongod,
          folder: join(dataDir, 'mongodb'),
          port: ports.mongodbPort,
          adminPassword,
          replicaSetKey,
        })
      ).process.pid,
      (
        await startRedis({
          binary: await obtainRedis(cacheDir, silentProgress),
          folder: join(dataDir, 'redis'),
          port: ports.redisPort,
          password: redisPassword,
        })
      ).process.pid,
    ];
    expect(orphans).toEqual([mongodOf(), redisOf()]);
    const next = await start();
    for (const pid of orphans) await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await casesIn(next)).toBe(2);
    await next.close();
  });

  it('move to other ports with their data', async () => {
    const moved = await start({ mongodbPort: await findFreePort(), redisPort: null });
    expect(await casesIn(moved)).toBe(2);
    expect(moved.redisUrl).toBeNull();
    await moved.close();
  });

  it('refuse a taken port before they start anything', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(ports.redisPort, '127.0.0.1', resolve));
    await expect(start({ mongodbPort: null, redisPort: ports.redisPort })).rejects.toMatchObject({
      name: 'SetupError',
      waysOut: [expect.stringContaining('REDRESS_REDIS_PORT'), expect.any(String)],
    });
    other.close();
  });
});

describe('damaged data', () => {
  it('of Redis has a way out that loses nothing', async () => {
    await writeFile(join(dataDir, 'redis', 'appendonly.aof'), 'this is not an append-only file\n');
    await expect(start({ mongodbPort: null, redisPort: ports.redisPort })).rejects.toMatchObject({
      message: expect.stringContaining('cannot read its data'),
      waysOut: [expect.stringContaining('filled again from MongoDB'), expect.any(String)],
    });
  });

  it('of MongoDB is named, with the log and the ways out', async () => {
    const data = join(dataDir, 'mongodb', 'data');
    for (const name of await readdir(data)) {
      if (name.endsWith('.wt') || name.startsWith('WiredTiger')) await truncate(join(data, name), 10);
    }
    await expect(start({ mongodbPort: ports.mongodbPort, redisPort: null })).rejects.toMatchObject({
      message: expect.stringMatching(/is damaged; the log is/),
      waysOut: [expect.stringContaining('backup'), expect.any(String)],
    });
  });

  it('of our own secrets is named', async () => {
    await writeFile(join(dataDir, 'secrets.json'), '{"half":');
    await expect(ensureSecrets(dataDir)).rejects.toThrow(/secrets\.json is damaged/);
  });
});

describe('named stores', () => {
  it('that cannot be reached are named without their password', async () => {
    const port = await findFreePort();
    const uri = `mongodb://user:hunter2@127.0.0.1:${port}/redress`;
    const attempt = checkMongodb(uri, 500);
    await expect(attempt).rejects.toThrow(`127.0.0.1:${port}`);
    await expect(attempt).rejects.not.toThrow(/hunter2/);
    await expect(checkRedis(`redis://:hunter2@127.0.0.1:${port}`)).rejects.toThrow(/REDIS_URL.*ECONNREFUSED/);
  });

  it('that refuse the login say so', async () => {
    const uri = new URL(inject('mongodbAdminUri'));
    await expect(checkMongodb(uri.href)).resolves.toBeUndefined();
    uri.password = 'wrong';
    await expect(checkMongodb(uri.href)).rejects.toThrow(/refuses the login/);
  });

  it('that are no replica set say what to do about it', async () => {
    const folder = join(dataDir, 'standalone');
    await mkdir(folder);
    const port = await findFreePort();
    const binary = await obtainMongod(cacheDir, silentProgress);
    const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
    const server = await spawnServer(binary, args, join(folder, 'log'), join(folder, 'pid'));
    await expect(checkMongodb(`mongodb://127.0.0.1:${port}/redress`, 20_000)).rejects.toMatchObject({
      message: expect.stringContaining('is not a replica set'),
      waysOut: [expect.stringContaining('rs.initiate()'), expect.any(String)],
    });
    await server.stop(5_000);
  });
});
