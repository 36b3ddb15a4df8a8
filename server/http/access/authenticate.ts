import type { Request, RequestHandler } from 'express';
import { AppError } from '../../contract/error-registry.ts';
import type { Caller } from './caller.ts';
import type { KeyFinder } from './key-finder.ts';

/** `Bearer <secret>`: visible ASCII, of a length that a key can have. */
const BEARER = /^Bearer ([\u0021-\u007e]{1,300})$/i;

const callers = new WeakMap<Request, Caller>();

/** Finds out who asks. Without a valid key the request ends with UNAUTHENTICATED, whatever was wrong with the key. */
export function createAuthenticator(findKey: KeyFinder): RequestHandler {
  return async (request, _response, next) => {
    const secret = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const caller = secret === undefined ? null : await findKey(secret);
    if (caller === null) throw new AppError('UNAUTHENTICATED', 'Send a valid API key as Authorization: Bearer <key>.');
    callers.set(request, caller);
    next();
  };
}

/** Who asks. Throws where the authenticator did not run, since nothing may pass without it. */
export function callerOfRequest(request: Request): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('a route was reached without authentication');
  return caller;
}
