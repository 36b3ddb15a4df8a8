import { createHash, randomBytes } from 'node:crypto';

/** What every key of ours begins with, so that scanners and our own log know one when they see it. */
const API_KEY_PREFIX = 'rdr_';

/** A new secret: 256 random bits. It is shown once; only its hash is stored. */
export function generateApiKeySecret(): string {
  return API_KEY_PREFIX + randomBytes(32).toString('base64url');
}

/** Lower-case hex SHA-256 of a secret: with 256 random bits behind it no slow hash is needed. */
export function hashApiKeySecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
