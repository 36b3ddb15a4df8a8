import { join } from 'node:path';
import { z } from 'zod';
import { KEY_VERBS } from '../ports/api-keys.ts';
import { generateApiKeySecret, hashApiKeySecret } from '../providers/api-key-secret.ts';
import type { Config, Settings } from './config.ts';
import { readPrivateJson, writePrivateJson } from './embedded/private-file.ts';
import { openStores } from './open-stores.ts';
import { SetupError } from './setup-error.ts';
import { localUrl } from './wait-ready.ts';

const credentialsSchema = z.object({
  baseUrl: z.string(),
  apiKey: z.string(),
  users: z.array(z.object({ email: z.string(), password: z.string(), roles: z.array(z.string()) })),
});

/** What the embedded default tells its owner: where it is and how to get in. Kept in the data folder, mode 0600. */
export type Credentials = z.output<typeof credentialsSchema>;

/** Keeps the credentials in the data folder, for its owner alone. */
export async function saveCredentials({ dataDir }: Pick<Settings, 'dataDir'>, credentials: Credentials): Promise<void> {
  await writePrivateJson(credentialsFile(dataDir), credentials);
}

/** What can travel as a bearer token: visible ASCII. */
const SECRET = /^[!-~]{16,200}$/;

/** The data folder's credentials, or null before its first start. @throws SetupError where the file is damaged */
export function findCredentials({ dataDir }: Pick<Settings, 'dataDir'>): Promise<Credentials | null> {
  return readPrivateJson(credentialsFile(dataDir), credentialsSchema);
}

/**
 * Makes the embedded default's API key, for every program and verb, and notes it beside the address in the data folder.
 * The first start fixes the key: REDRESS_API_KEY where it is set, else a random one. Later starts keep it and bring
 * the address up to date. The file is written before the key is stored, so that a start cut short between the two
 * leaves no key behind that nobody knows.
 * @throws SetupError where REDRESS_API_KEY cannot be a key, or the file is damaged
 */
export async function ensureEmbeddedCredentials(
  config: Pick<Config, 'dataDir' | 'host' | 'port' | 'apiKey' | 'mongodbUri' | 'secret'>,
): Promise<Credentials> {
  const known = await findCredentials(config);
  if (known !== null && config.apiKey !== undefined && config.apiKey !== known.apiKey) {
    process.stderr.write('REDRESS_API_KEY is not used: the first start fixed the API key, which is kept.\n');
  }
  const credentials: Credentials = {
    baseUrl: localUrl(config.host, config.port),
    apiKey: known?.apiKey ?? chooseKey(config.apiKey),
    users: known?.users ?? [],
  };
  await saveCredentials(config, credentials);
  await storeKey(config, credentials.apiKey);
  return credentials;
}

/** A key that is known already stays as it is, also where it was revoked. */
async function storeKey(config: Pick<Config, 'mongodbUri' | 'secret'>, secret: string): Promise<void> {
  const { stores, clock, ids } = await openStores(config);
  try {
    const secretHash = hashApiKeySecret(secret);
    if ((await stores.apiKeys.findByHash(secretHash)) !== null) return;
    const [id, createdAt] = [ids.next(), clock.now()];
    await stores.apiKeys.append(
      { id, name: 'embedded default', secretHash, programs: ['*'], verbs: KEY_VERBS, createdAt },
      {
        id: ids.next(),
        action: 'api_key.created',
        actor: 'system/bootstrap',
        at: createdAt,
        subject: { type: 'api_key', id },
      },
    );
  } finally {
    await stores.close();
  }
}

function chooseKey(wanted: string | undefined): string {
  if (wanted === undefined) return generateApiKeySecret();
  if (SECRET.test(wanted)) return wanted;
  throw new SetupError('REDRESS_API_KEY cannot be sent as a bearer token.', [
    'use 16 to 200 visible ASCII characters without spaces',
    'or unset it, and a random key is made',
  ]);
}

function credentialsFile(dataDir: string): string {
  return join(dataDir, 'credentials.json');
}
