import { describe, expect, it } from 'vitest';
import { createKeyFinder, KEY_TTL_MS } from '../../../server/http/access/key-finder.ts';
import type { ApiKey } from '../../../server/ports/api-keys.ts';
import { buildKey } from '../../fakes/http-app.ts';

function createFinder(stored: Map<string, ApiKey>) {
  let at = 0;
  const asked: string[] = [];
  const find = createKeyFinder(
    {
      findByHash: async (hash) => {
        asked.push(hash);
        return [...stored.values()].find((key) => key.secretHash === hash) ?? null;
      },
    },
    () => at,
  );
  return {
    find,
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
    const find = createKeyFinder({ findByHash: async () => buildKey('rdr_other') }, () => 0);
    expect(await find('rdr_secret')).toBeNull();
  });

  it('does not remember that the store was away', async () => {
    let isAway = true;
    const find = createKeyFinder(
      {
        findByHash: async () => {
          if (isAway) throw new Error('away');
          return buildKey('rdr_secret');
        },
      },
      () => 0,
    );
    await expect(find('rdr_secret')).rejects.toThrow('away');
    isAway = false;
    expect(await find('rdr_secret')).not.toBeNull();
  });

  it('forgets rather than grows', async () => {
    const { find, asked } = createFinder(new Map());
    for (let count = 0; count < 10_050; count += 1) await find(`guess-${count}`);
    await find('guess-10049');
    expect(asked).toHaveLength(10_050);
    await find('guess-0');
    expect(asked).toHaveLength(10_051);
  });
});
