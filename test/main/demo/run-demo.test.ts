import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runApi } from '../../../server/main/api.ts';
import type { Config } from '../../../server/main/config.ts';
import { ensureEmbeddedCredentials } from '../../../server/main/credentials.ts';
import { runDemo } from '../../../server/main/demo.ts';
import { generateHistory } from '../../../server/main/demo/generate-history.ts';
import { publishPrograms } from '../../../server/main/publish-programs.ts';
import { verify } from '../../../server/main/verify.ts';
import { migrate } from '../../../server/stores/migrate.ts';
import { configOf } from '../../faults/own-process.ts';
import { createTestDatabase, testRedisUrl } from '../../setup/database.ts';
import type { TestDatabase } from '../../setup/database.ts';

/** A twentieth of the real one, ending at the last full hour as that does. */
const PLAN = { seed: 7, endAt: Math.floor(Date.now() / 3_600_000) * 3_600_000, scale: 0.05 };

let database: TestDatabase;
let config: Config;
let api: { close(): Promise<void> };
let apiKey: string;
const said: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  config = await configOf({
    mongodbUri: database.uri,
    mongodbAdminUri: database.adminUri,
    redisUrl: testRedisUrl(),
  });
  await migrate(database.adminUri);
  await publishPrograms(config);
  ({ apiKey } = await ensureEmbeddedCredentials(config));
  await writeFile(join(config.dataDir, 'demo.json'), JSON.stringify(PLAN), { mode: 0o600 });
  api = await runApi(config);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await api.close();
  await rm(config.dataDir, { recursive: true, force: true });
  await database.drop();
});

async function countRows(resource: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${config.port}/api/${resource}?range=[0,0]`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return Number(answer.headers.get('content-range')?.split('/')[1]);
}

describe('the demonstration history, from end to end', () => {
  it('is taken by the service as it is meant to be, and the ledger holds', async () => {
    const history = generateHistory(PLAN.seed, PLAN.endAt, PLAN.scale);
    await runDemo(config);
    expect(said.join('')).toMatch(/Demonstration history loaded in \d+ s: \d+ events \(0 known before/);
    expect(await countRows('cases')).toBeGreaterThanOrEqual(history.claims.length);
    expect(await verify(config), said.join('')).toBe(0);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await Promise.all(['cases', 'decisions', 'ledger-entries'].map(countRows));
    said.length = 0;
    await runDemo(config);
    expect(await Promise.all(['cases', 'decisions', 'ledger-entries'].map(countRows))).toEqual(before);
    expect(said.join('')).toMatch(/(\d+) events \((?!0 )\d+ known before/);
  });
});
