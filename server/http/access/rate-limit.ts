import { createHash } from 'node:crypto';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { RequestHandler } from 'express';
import { RedisStore } from 'rate-limit-redis';
import type { RedisReply } from 'rate-limit-redis';
import { AppError } from '../../contract/error-registry.ts';
import type { Clock, Log } from '../../ports/platform.ts';
import { Quota } from '../../usecases/audit/quota.ts';
import { identityOfRequest } from './authenticate.ts';
import type { Identity } from './identity.ts';

const WINDOW_MS = 60_000;

/** Sends one command to Redis; rejects, soon, while Redis is away. */
export type RedisCommand = (...command: string[]) => Promise<unknown>;

/** What the limiter needs; without Redis each process counts for itself. */
export interface RateLimitDeps {
  readonly limitPerMinute: number;
  readonly redis: RedisCommand | undefined;
  readonly log: Log;
  readonly clock: Clock;
}

/** Limits requests a minute per key, person or, before a sign-in, address, counted in Redis so that all processes count together. Fails open; 0 is no limit. */
export function createRateLimiter({ limitPerMinute, redis, log, clock }: RateLimitDeps): RequestHandler {
  if (limitPerMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: limitPerMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    passOnStoreError: true,
    logger: createQuietLogger(log, clock),
    keyGenerator: (request) => nameRequester(identityOfRequest(request), request.ip),
    handler: (_request, response, next) => {
      const seconds = Number(response.getHeader('Retry-After')) || WINDOW_MS / 1000;
      next(new AppError('RATE_LIMITED', 'Wait as long as Retry-After says.', { retryAfterSeconds: seconds }));
    },
    ...(redis === undefined ? {} : { store: createStore(redis) }),
  });
}

/** Secrets that are no key's, from one address a minute; each costs a look into the database, whoever sends it. */
const MAX_GUESSES = 600;

/**
 * Limits how many secrets that are no key's may come from one address a minute, before they are looked up: nobody has
 * been recognised then whom the other limit could count. Each process counts for itself. `limitPerMinute` 0 is no limit.
 */
export function createGuessLimit(limitPerMinute: number, clock: Clock): (address: string) => boolean {
  if (limitPerMinute === 0) return () => true;
  const quota = new Quota(Math.min(limitPerMinute, MAX_GUESSES));
  return (address) => quota.take(ipKeyGenerator(address), clock.now());
}

/** Keys keep the bare id under which they were always counted. */
function nameRequester(identity: Identity, ip: string | undefined): string {
  if (identity.kind === 'key') return identity.id;
  return identity.kind === 'user' ? `user/${identity.id}` : `address/${ipKeyGenerator(ip ?? '')}`;
}

/** While Redis is away every request would be a line in the log: one a minute says as much. */
function createQuietLogger(
  log: Log,
  clock: Clock,
): { error(...given: unknown[]): void; warn(...given: unknown[]): void } {
  let quietUntil = 0;
  const tell = (): void => {
    if (clock.now() < quietUntil) return;
    quietUntil = clock.now() + WINDOW_MS;
    log.warn({}, 'requests are not limited while Redis does not answer');
  };
  return { error: tell, warn: tell };
}

/**
 * The store loads its script once, at the start, and never again if that failed: with Redis away at that moment limits
 * would stay off for good. A script's name is its SHA-1, so it can be told without Redis; the store loads the script
 * when Redis, back again, says that it does not know the name.
 */
function createStore(redis: RedisCommand): RedisStore {
  return new RedisStore({
    prefix: 'redress:rate:',
    sendCommand: async (...command: string[]): Promise<RedisReply> => {
      const [name, action, script = ''] = command;
      const loading = name === 'SCRIPT' && action === 'LOAD';
      try {
        return (await redis(...command)) as RedisReply;
      } catch (error) {
        if (!loading) throw error;
        return createHash('sha1').update(script).digest('hex');
      }
    },
  });
}
