import { createHash } from 'node:crypto';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { RedisCommand } from '../../server/http/access/rate-limit.ts';
import { bearer, buildKey, createTestApp } from '../fakes/http-app.ts';

/** Enough of Redis for the limiter: scripts by their SHA-1, a counter a key. It can be away. */
class FakeRedis {
  isAway = false;
  readonly #scripts = new Set<string>();
  readonly #counts = new Map<string, number>();

  readonly send: RedisCommand = async (name, ...rest) => {
    if (this.isAway) throw new Error('connection is closed');
    if (name === 'SCRIPT') {
      const sha = createHash('sha1')
        .update(rest[1] ?? '')
        .digest('hex');
      this.#scripts.add(sha);
      return sha;
    }
    const [sha = '', , key = ''] = rest;
    if (!this.#scripts.has(sha)) throw new Error('NOSCRIPT No matching script.');
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return [count, 30_000];
  };
}

function createLimited(redis: FakeRedis, rateLimit = 2): ReturnType<typeof createTestApp> {
  return createTestApp(undefined, { rateLimit, redis: redis.send });
}

const ask = (test: ReturnType<typeof createTestApp>, key?: string) =>
  request(test.app).get('/api/cases').set(bearer(key));

describe('the rate limit', () => {
  it('refuses what is too much, says when to come back, and counts each key by itself', async () => {
    const test = createLimited(new FakeRedis());
    test.keys.set('rdr_second', buildKey('rdr_second'));
    expect((await ask(test)).status).toBe(200);
    expect((await ask(test)).status).toBe(200);
    const refused = await ask(test);
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(test, 'rdr_second')).status).toBe(200);
  });

  it('is shared by processes on one Redis', async () => {
    const redis = new FakeRedis();
    const [first, second] = [createLimited(redis, 1), createLimited(redis, 1)];
    expect((await ask(first)).status).toBe(200);
    expect((await ask(second)).status).toBe(429);
  });

  it('lets everything pass while Redis is away, and holds again when it is back, even where it was away at the start', async () => {
    const redis = new FakeRedis();
    redis.isAway = true;
    const test = createLimited(redis, 1);
    expect((await ask(test)).status).toBe(200);
    expect((await ask(test)).status).toBe(200);
    expect(test.lines.filter(({ level }) => level === 40)).toMatchObject([
      { msg: 'requests are not limited while Redis does not answer' },
    ]);
    redis.isAway = false;
    expect((await ask(test)).status).toBe(200);
    expect((await ask(test)).status).toBe(429);
  });

  it('holds for keys that are none by the address they come from, and for nobody else there', async () => {
    const test = createLimited(new FakeRedis());
    expect((await ask(test)).status).toBe(200);
    for (const status of [401, 429, 429]) {
      const { status: answered, headers } = await ask(test, `rdr_wrong_${status}`);
      expect([answered, headers['retry-after']]).toEqual([status, status === 429 ? '60' : undefined]);
    }
    expect((await ask(test)).status).toBe(200);
  });

  it('of 0 is none', async () => {
    const test = createTestApp();
    for (let count = 0; count < 5; count += 1) {
      expect((await ask(test)).status).toBe(200);
      expect((await ask(test, `rdr_wrong_${count}`)).status).toBe(401);
    }
  });
});
