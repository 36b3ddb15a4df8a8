import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../server/main/config.ts';
import { loadSettings } from '../../server/main/config.ts';
import { ensureEmbeddedCredentials, findCredentials } from '../../server/main/credentials.ts';
import { addKeyCommands, createApiKey, listApiKeys, revokeApiKey } from '../../server/main/keys-command.ts';
import { presentSetupError, SetupError } from '../../server/main/setup-error.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import { hashApiKeySecret } from '../../server/providers/api-key-secret.ts';
import { openStoreHarness, TEST_SECRET } from '../stores/store-harness.ts';
import type { StoreHarness } from '../stores/store-harness.ts';

let harness: StoreHarness;
let dataDir: string;
let config: Config;

beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

beforeEach(async () => {
  await harness.admin.collection('apiKeys').deleteMany({});
  dataDir = await mkdtemp(join(tmpdir(), 'redress-credentials-'));
  config = {
    ...loadSettings({ REDRESS_DATA_DIR: dataDir, PORT: '3456' }),
    mongodbUri: harness.uri,
    mongodbAdminUri: harness.uri,
    redisUrl: 'redis://unused.invalid',
    secret: TEST_SECRET,
  };
  return () => rm(dataDir, { recursive: true, force: true });
});

/** Runs something that must be refused. @returns what the person is told */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof SetupError) return presentSetupError(error);
  throw new Error('was not refused', { cause: error });
}

describe('the credentials of the embedded default', () => {
  it('are made at the first start: a private file, and a key for everything of which only the hash is stored', async () => {
    const credentials = await ensureEmbeddedCredentials(config);
    const file = join(dataDir, 'credentials.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      baseUrl: 'http://127.0.0.1:3456',
      apiKey: credentials.apiKey,
      users: [],
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(credentials.apiKey).toMatch(/^rdr_[\w-]{43}$/);
    const [stored, ...others] = await harness.admin.collection('apiKeys').find({}).toArray();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({
      secretHash: hashApiKeySecret(credentials.apiKey),
      programs: ['*'],
      verbs: [...KEY_VERBS],
    });
    expect(JSON.stringify(stored)).not.toContain(credentials.apiKey);
    const [audit] = await harness.admin.collection('auditEvents').find({}).sort({ _id: -1 }).limit(1).toArray();
    expect(audit?.body).toContain('"action":"api_key.created"');
  });

  it('stay the same at later starts, with the address as it is now', async () => {
    const first = await ensureEmbeddedCredentials(config);
    const second = await ensureEmbeddedCredentials({ ...config, port: 4567 });
    expect(second).toEqual({ ...first, baseUrl: 'http://127.0.0.1:4567' });
    expect(await findCredentials(config)).toEqual(second);
    expect(await harness.stores.apiKeys.list()).toHaveLength(1);
  });

  it('hold REDRESS_API_KEY where it is set at the first start, and keep to it', async () => {
    const notice = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const first = await ensureEmbeddedCredentials({ ...config, apiKey: 'chosen-by-the-owner' });
    expect(first.apiKey).toBe('chosen-by-the-owner');
    expect(notice).not.toHaveBeenCalled();
    const later = await ensureEmbeddedCredentials({ ...config, apiKey: 'another-one-later-on' });
    expect(later).toEqual(first);
    expect(notice).toHaveBeenCalledWith(expect.stringContaining('REDRESS_API_KEY is not used'));
    expect(await harness.stores.apiKeys.findByHash(hashApiKeySecret('another-one-later-on'))).toBeNull();
    notice.mockRestore();
  });

  it('are completed where a start was cut short after the file, and with a new database', async () => {
    const first = await ensureEmbeddedCredentials(config);
    await harness.admin.collection('apiKeys').deleteMany({});
    expect(await ensureEmbeddedCredentials(config)).toEqual(first);
    expect(await harness.stores.apiKeys.findByHash(hashApiKeySecret(first.apiKey))).not.toBeNull();
  });

  it('do not bring a revoked key back', async () => {
    const { apiKey } = await ensureEmbeddedCredentials(config);
    const [key] = await harness.stores.apiKeys.list();
    await revokeApiKey(config, key?.id ?? '');
    await ensureEmbeddedCredentials(config);
    const stored = await harness.stores.apiKeys.findByHash(hashApiKeySecret(apiKey));
    expect(stored?.revokedAt).toBeTypeOf('number');
    expect(await harness.stores.apiKeys.list()).toHaveLength(1);
  });

  it('refuse a key that no header can carry', async () => {
    expect(await refusal(ensureEmbeddedCredentials({ ...config, apiKey: 'a key with blanks in it' }))).toContain(
      'cannot be sent as a bearer token',
    );
    expect(await findCredentials(config)).toBeNull();
  });
});

describe('keys from the command line', () => {
  it('creates a key whose secret is shown once', async () => {
    const secret = await createApiKey(config, { name: 'shop', verb: ['claims:write', 'events:write'] });
    expect(await harness.stores.apiKeys.findByHash(hashApiKeySecret(secret))).toMatchObject({
      name: 'shop',
      programs: ['*'],
      verbs: ['events:write', 'claims:write'],
    });
    const [line] = await listApiKeys(config);
    expect(line?.split('\t').slice(1)).toEqual(['in force', 'shop', 'all programs', 'events:write claims:write']);
    expect(line).not.toContain(secret);
  });

  it('refuses programs and verbs that do not exist', async () => {
    expect(await refusal(createApiKey(config, { name: 'shop', program: ['anumy'] }))).toContain('anumy is no program');
    expect(await refusal(createApiKey(config, { name: 'shop', verb: ['claims:wrote'] }))).toContain(
      'claims:wrote is no verb',
    );
    expect(await harness.stores.apiKeys.list()).toEqual([]);
  });

  it('creates, lists and revokes', async () => {
    const lines: string[] = [];
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text).trimEnd());
      return true;
    });
    const program = new Command('redress').exitOverride();
    addKeyCommands(program, (work) => work(config));
    const call = (...args: string[]): Promise<Command> => program.parseAsync(['keys', ...args], { from: 'user' });
    await call('create', '--name', 'support desk');
    await call('list');
    const id = lines[1]?.split('\t')[0] ?? '';
    await call('revoke', id);
    await call('list');
    output.mockRestore();
    expect(lines[0]).toMatch(/^rdr_/);
    expect(lines[1]).toContain('in force\tsupport desk\tall programs\tall verbs');
    expect(lines[2]).toMatch(/\trevoked \d{4}-/);
    expect(await refusal(call('revoke', id))).toContain(`no API key ${id} in force`);
  });
});
