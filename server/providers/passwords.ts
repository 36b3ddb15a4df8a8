import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../ports/passwords.ts';

/** argon2id with 19 MiB, two passes, one lane: what OWASP asks of a service that many sign in to at once. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** No letters that look alike, in groups that can be read out. 5 × 5 letters of 31 are more than 120 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** Passwords hashed by argon2id off the main thread. */
export function createPasswords(): Passwords {
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, COST),
    async verify(stored, password) {
      nobody ??= hash('nobody has this password', COST);
      const fits = await verify(stored ?? (await nobody), password);
      return fits && stored !== undefined;
    },
    generate: () => Array.from({ length: GROUPS }, generateGroup).join('-'),
  };
}

function generateGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? 'a').join('');
}
