import { describe, expect, it } from 'vitest';
import { createKeyFinder, KEY_TTL_MS } from '../../../server/http/access/key-finder.ts';
import type { ApiKey } from '../../../server/ports/api-keys.ts';
import { buildKey } from '../../fakes/http-app.ts';

function createFinder(stored: Map<string, ApiKey>, mayGuess: (address: string) => boolean = () => true) {
  let at = 0;
  const asked: string[] = [];
  const finder = createKeyFinder({
    keys: {
      findByHash: async (hash) => {
        asked.push(hash);
        return [...stored.values()].find((key) => key.secretHash === hash) ?? null;
      },
    },
    now: () => at,
    mayGuess,
  });
  return {
    find: (secret: string) => finder(secret, '10.0.0.1'),
    asked,
    wait: (ms: number) => {
      at += ms;
    },
  };
}

describe('finding a key', () => {
  it('asks the store for the hash, never the secret, and remembers the answer for a while', async () => {
    const { find, asked, wait } = createFinder(new Map([['a', buildKey('rdr_secret', ['anumi'], ['cases:read'])]]));
    expect(await find('rdr_secret')).toEqual({
      kind: 'key',
      id: 'key-rdr_secret',
      name: 'rdr_secret',
      programs: new Set(['anumi']),
      verbs: new Set(['cases:read']),
    });
    wait(KEY_TTL_MS - 1);
    await find('rdr_secret');
    expect(asked).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    wait(1);
    await find('rdr_secret');
    expect(asked).toHaveLength(2);
  });

  it('notices a revocation within 10 s', async () => {
    expect(KEY_TTL_MS).toBeLessThanOrEqual(10_000);
    const stored = new Map([['a', buildKey('rdr_secret')]]);
    const { find, wait } = createFinder(stored);
    expect(await find('rdr_secret')).not.toBeNull();
    stored.set('a', { ...buildKey('rdr_secret'), revokedAt: 5 });
    wait(KEY_TTL_MS);
    expect(await find('rdr_secret')).toBeNull();
  });

  it('asks once for many requests at once', async () => {
    const { find, asked } = createFinder(new Map([['a', buildKey('rdr_secret')]]));
    await Promise.all(Array.from({ length: 20 }, () => find('rdr_secret')));
    expect(asked).toHaveLength(1);
  });

  it('does not believe a store that answers with another key', async () => {
    const find = createKeyFinder({
      keys: { findByHash: async () => buildKey('rdr_other') },
      now: () => 0,
      mayGuess: () => true,
    });
    expect(await find('rdr_secret', '')).toBeNull();
  });

  it('does not remember that the store was away', async () => {
    let isAway = true;
    const findByHash = async (): Promise<ApiKey> => {
      if (isAway) throw new Error('away');
      return buildKey('rdr_secret');
    };
    let now = 0;
    const find = createKeyFinder({ keys: { findByHash }, now: () => now, mayGuess: () => true });
    await expect(find('rdr_secret', '')).rejects.toThrow('away');
    isAway = false;
    expect(await find('rdr_secret', '')).not.toBeNull();
    now += KEY_TTL_MS;
    isAway = true;
    await expect(find('rdr_secret', '')).rejects.toThrow('away');
    isAway = false;
    expect(await find('rdr_secret', '')).not.toBeNull();
  });

  it('forgets rather than grows', async () => {
    const { find, asked } = createFinder(new Map());
    for (let count = 0; count < 10_050; count += 1) await find(`guess-${count}`);
    await find('guess-10049');
    expect(asked).toHaveLength(10_050);
    await find('guess-0');
    expect(asked).toHaveLength(10_051);
  });

  it('keeps keys that were found, however many guesses come', async () => {
    const { find, asked } = createFinder(new Map([['a', buildKey('rdr_secret')]]));
    await find('rdr_secret');
    for (let count = 0; count < 10_050; count += 1) await find(`guess-${count}`);
    expect(await find('rdr_secret')).not.toBeNull();
    expect(asked).toHaveLength(10_051);
  });

  it('refuses an address that guesses too often, without asking, and lets keys that were found pass', async () => {
    let left = 2;
    const mayGuess = (): boolean => {
      left -= 1;
      return left >= 0;
    };
    const stored = new Map([['a', buildKey('rdr_secret')]]);
    const { find, asked, wait } = createFinder(stored, mayGuess);
    await Promise.all([find('rdr_secret'), find('rdr_secret'), find('rdr_secret')]);
    expect(await find('rdr_wrong')).toBeNull();
    await expect(find('rdr_wrong')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
    await expect(find('rdr_other')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(asked).toHaveLength(2);
    wait(KEY_TTL_MS);
    expect(await find('rdr_secret')).not.toBeNull();
    stored.set('a', { ...buildKey('rdr_secret'), revokedAt: 5 });
    wait(KEY_TTL_MS);
    expect(await find('rdr_secret')).toBeNull();
    await expect(find('rdr_secret')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
