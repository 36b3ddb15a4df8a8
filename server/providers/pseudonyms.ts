import { createHmac } from 'node:crypto';
import type { Pseudonyms } from '../ports/platform.ts';
import { deriveKey } from './derive-key.ts';

/** Keyed hashes of addresses and numbers: HMAC-SHA-256, base64url. Without the secret nobody can try out addresses. */
export function createPseudonyms(secret: string): Pseudonyms {
  const key = deriveKey(secret, 'pseudonyms');
  const hash = (kind: string, text: string): string =>
    createHmac('sha256', key).update(`${kind}\n${text}`).digest('base64url');
  return {
    hashEmail: (email) => hash('email', normaliseEmail(email)),
    hashPhone: (phone) => hash('phone', normalisePhone(phone)),
  };
}

/** Trimmed, in lower case, composed: as people mean it, though the part before @ may by the letter depend on case. */
export function normaliseEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** Digits with a leading plus: separators, brackets and full-width forms fall away; 00 before a country code is a plus. */
export function normalisePhone(phone: string): string {
  const text = phone.normalize('NFKC').trim();
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}
