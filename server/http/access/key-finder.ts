import { timingSafeEqual } from 'node:crypto';
import { AppError } from '../../contract/error-registry.ts';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import type { ApiKeys } from '../../ports/api-keys.ts';
import { identityOfKey } from './identity.ts';
import type { KeyIdentity } from './identity.ts';

/** How long a key is believed without asking again: a revocation is noticed within this. */
export const KEY_TTL_MS = 5_000;

const RETRY_AFTER_SECONDS = 60;

/** How many secrets that are no key's are remembered. */
const MAX_REMEMBERED = 10_000;

/** Finds the key of a secret sent from an address; null where there is none, or it was revoked. Throws RATE_LIMITED. */
export type KeyFinder = (secret: string, address: string) => Promise<KeyIdentity | null>;

/** What keys are found with. */
export interface KeyFinderDeps {
  readonly keys: Pick<ApiKeys, 'findByHash'>;
  /** Monotonic clock in ms. */
  readonly now: () => number;
  /** Whether an address may send one more secret that is not known to be a key's. */
  readonly mayGuess: (address: string) => boolean;
}

interface Remembered {
  readonly until: number;
  readonly found: Promise<KeyIdentity | null>;
  isWrong: boolean;
}

/**
 * Finds keys by the SHA-256 of their secret, so that the secret itself is neither kept nor compared; remembers the
 * answer for {@link KEY_TTL_MS}. Keys that were found are remembered apart, and are asked for whatever else comes from
 * their address: whoever guesses neither crowds them out nor has them refused. Passes on STORE_UNAVAILABLE, which is not
 * remembered.
 */
export function createKeyFinder({ keys, now, mayGuess }: KeyFinderDeps): KeyFinder {
  const known = new Map<string, Remembered>();
  const guesses = new Map<string, Remembered>();
  const ask = (hash: string): Remembered => {
    const asked: Remembered = { until: now() + KEY_TTL_MS, found: look(keys, hash), isWrong: false };
    const settle = (key: KeyIdentity | null): void => {
      asked.isWrong = key === null;
      if (key === null) known.delete(hash);
      else guesses.delete(hash);
      (key === null ? guesses : known).set(hash, asked);
    };
    asked.found.then(settle, () => {
      guesses.delete(hash);
      if (known.has(hash)) known.set(hash, { ...asked, until: 0 });
    });
    return asked;
  };
  return async (secret, address) => {
    const hash = sha256Hex(secret);
    const found = known.get(hash);
    if (found !== undefined) return reuse(found, now()) ?? remember(known, hash, ask(hash));
    const guess = guesses.get(hash);
    // Many first requests of a new key at once wait for one answer, and are no guesses.
    if ((guess === undefined || guess.isWrong) && !mayGuess(address)) throw tooManyGuesses();
    return reuse(guess, now()) ?? remember(guesses, hash, ask(hash));
  };
}

function reuse(answer: Remembered | undefined, now: number): Promise<KeyIdentity | null> | undefined {
  return answer !== undefined && answer.until > now ? answer.found : undefined;
}

function remember(answers: Map<string, Remembered>, hash: string, asked: Remembered): Promise<KeyIdentity | null> {
  if (answers.size >= MAX_REMEMBERED) answers.clear();
  answers.set(hash, asked);
  return asked.found;
}

function tooManyGuesses(): AppError {
  return new AppError('RATE_LIMITED', 'Too many keys that are none came from this address.', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}

async function look(keys: Pick<ApiKeys, 'findByHash'>, hash: string): Promise<KeyIdentity | null> {
  const key = await keys.findByHash(hash);
  if (key === null || key.revokedAt !== undefined) return null;
  const same = timingSafeEqual(
    Buffer.from(hash, 'hex'),
    Buffer.from(key.secretHash.padEnd(64, '0').slice(0, 64), 'hex'),
  );
  return same ? identityOfKey(key) : null;
}
