import { timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../../core/audit/canonical-document.ts';
import type { ApiKeys } from '../../ports/api-keys.ts';
import { identityOfKey } from './identity.ts';
import type { KeyIdentity } from './identity.ts';

/** How long a key is believed without asking again: a revocation is noticed within this. */
export const KEY_TTL_MS = 5_000;

/** How many keys, known and unknown, are remembered. */
const MAX_REMEMBERED = 10_000;

/** Finds the key of a secret; null where there is none, or it was revoked. */
export type KeyFinder = (secret: string) => Promise<KeyIdentity | null>;

interface Remembered {
  readonly until: number;
  readonly found: Promise<KeyIdentity | null>;
}

/**
 * Finds keys by the SHA-256 of their secret, so that the secret itself is neither kept nor compared; remembers the
 * answer for {@link KEY_TTL_MS}. `now` is a monotonic clock in ms. Passes on STORE_UNAVAILABLE, which is not remembered.
 */
export function createKeyFinder(keys: Pick<ApiKeys, 'findByHash'>, now: () => number): KeyFinder {
  const remembered = new Map<string, Remembered>();
  return async (secret) => {
    const hash = sha256Hex(secret);
    const known = remembered.get(hash);
    if (known !== undefined && known.until > now()) return known.found;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const found = look(keys, hash);
    remembered.set(hash, { until: now() + KEY_TTL_MS, found });
    found.catch(() => remembered.delete(hash));
    return found;
  };
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
