import { hkdfSync } from 'node:crypto';

/** Derives a 32-byte key for one purpose from the installation's master secret, so that one key tells nothing of another. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'redress', purpose, 32));
}
