import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { VaultCipher } from '../ports/vault-cipher.ts';
import { deriveKey } from './derive-key.ts';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * AES-256-GCM under keys of 32 bytes; data keys are wrapped the same way under a master key derived from `secret`.
 * A sealed value is: format byte, initialisation vector, tag, ciphertext.
 * @param secret the installation's master secret, at least 32 characters; losing it loses all personal data
 */
export function createVaultCipher(secret: string): VaultCipher {
  const master = deriveKey(secret, 'personal data keys');
  const unwrap = (key: Uint8Array, owner: string): Buffer => decrypt(master, `key\n${owner}`, key);
  return {
    createKey: (owner) => encrypt(master, `key\n${owner}`, randomBytes(KEY_BYTES)),
    seal: (key, owner, rowId, text) =>
      encrypt(unwrap(key, owner), `row\n${owner}\n${rowId}`, Buffer.from(text, 'utf8')),
    open: (key, owner, rowId, sealed) =>
      decrypt(unwrap(key, owner), `row\n${owner}\n${rowId}`, sealed).toString('utf8'),
  };
}

function encrypt(key: Buffer, context: string, plain: Buffer): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, context: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== FORMAT) throw new Error(`Sealed under an unknown format: ${bytes[0]}`);
  const text = 1 + IV_BYTES + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(1 + IV_BYTES, text));
  return Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]);
}
