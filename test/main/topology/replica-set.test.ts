import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { expect, it } from 'vitest';
import { loadSettings } from '../../../server/main/config.ts';
import { obtainMongod } from '../../../server/main/embedded/obtain-mongod.ts';
import { silentProgress } from '../../../server/main/embedded/progress.ts';
import { ensureSecrets } from '../../../server/main/embedded/secrets.ts';
import { startReplicaSet } from '../../../server/main/topology/replica-set.ts';

it('three members lose their primary, elect another, keep what was committed, and take the lost one back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-topology-'));
  const binary = await obtainMongod(loadSettings({}).cacheDir, silentProgress);
  const set = await startReplicaSet(folder, binary, await ensureSecrets(folder));
  const client = new mongo.MongoClient(set.mongodbUri, { writeConcern: { w: 'majority' } });
  try {
    const cases = client.db().collection('cases');
    await cases.insertOne({ name: 'before' });
    const port = await set.killPrimary();
    await expect
      .poll(
        () =>
          cases.insertOne({ name: 'after' }).then(
            () => true,
            () => false,
          ),
        { timeout: 30_000, interval: 200 },
      )
      .toBe(true);
    expect(await cases.countDocuments({ name: 'before' })).toBe(1);
    await set.revive(port);
    const healthy = async (): Promise<number> => {
      const admin = new mongo.MongoClient(set.mongodbAdminUri);
      try {
        const status = await admin.db('admin').command({ replSetGetStatus: 1 });
        return (status['members'] as { health: number }[]).filter(({ health }) => health === 1).length;
      } finally {
        await admin.close();
      }
    };
    await expect.poll(healthy, { timeout: 30_000, interval: 500 }).toBe(3);
  } finally {
    await client.close();
    await set.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
