import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './private-file.ts';

const secretsSchema = z.object({
  mongodbAdminPassword: z.string(),
  mongodbServicePassword: z.string(),
  redisPassword: z.string(),
  replicaSetKey: z.string(),
  masterSecret: z.string(),
});

/** Random secrets of one data folder. They never leave it but in the environment of our own processes. */
export type Secrets = z.output<typeof secretsSchema>;

/**
 * Reads the data folder's secrets, or makes them at the first start; file mode 0600.
 * @throws SetupError where the file is damaged
 */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const known = await findSecrets(dataDir);
  if (known !== null) return known;
  const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
  const secrets = {
    mongodbAdminPassword: random(24),
    mongodbServicePassword: random(24),
    redisPassword: random(24),
    replicaSetKey: randomBytes(96).toString('base64'),
    masterSecret: random(48),
  };
  await writePrivateJson(secretsFile(dataDir), secrets);
  return secrets;
}

/** The data folder's secrets, or null before its first start. @throws SetupError where the file is damaged */
export function findSecrets(dataDir: string): Promise<Secrets | null> {
  return readPrivateJson(secretsFile(dataDir), secretsSchema);
}

function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

/** Writes the key file through which the members of a replica set know each other; mongod wants it private. */
export async function writeKeyFile(file: string, key: string): Promise<void> {
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
