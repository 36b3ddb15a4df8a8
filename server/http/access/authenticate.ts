import type { Request, RequestHandler } from 'express';
import { AppError } from '../../contract/error-registry.ts';
import type { Caller } from './caller.ts';
import type { Identity } from './identity.ts';
import type { KeyFinder } from './key-finder.ts';
import type { PersonFinder } from './person-finder.ts';
import { endSession, sessionOf, signInWayOf } from './sessions.ts';

/** `Bearer <secret>`: visible ASCII, of a length that a key can have. */
const BEARER = /^Bearer ([\u0021-\u007e]{1,300})$/i;

const identities = new WeakMap<Request, Identity>();
const callers = new WeakMap<Request, Caller>();

/**
 * Finds out who asks: a key, a person by their session, or nobody. A key that is not valid ends the request with
 * UNAUTHENTICATED, whatever was wrong with it; a session that is over is ended, and its request is nobody's.
 */
export function createAuthenticator(findKey: KeyFinder, findPerson: PersonFinder): RequestHandler {
  return async (request, _response, next) => {
    const { authorization } = request.headers;
    identities.set(
      request,
      authorization === undefined
        ? await identifyPerson(request, findPerson)
        : await identifyKey(authorization, request.ip ?? '', findKey),
    );
    next();
  };
}

async function identifyKey(authorization: string, address: string, findKey: KeyFinder): Promise<Identity> {
  const secret = BEARER.exec(authorization)?.[1];
  const key = secret === undefined ? null : await findKey(secret, address);
  if (key === null) throw new AppError('UNAUTHENTICATED', 'Send a valid API key as Authorization: Bearer <key>.');
  return key;
}

async function identifyPerson(request: Request, findPerson: PersonFinder): Promise<Identity> {
  const current = sessionOf(request);
  if (current?.userId === undefined) return { kind: 'anonymous' };
  const { userId, epoch = -1, signedInAt = 0 } = current;
  const person = await findPerson({ userId, epoch, signedInAt, signedInBy: signInWayOf(request) });
  if (person !== null) return person;
  await endSession(request);
  return { kind: 'anonymous' };
}

/** Who asks. Throws where the authenticator did not run, since nothing may pass without it. */
export function identityOfRequest(request: Request): Identity {
  const identity = identities.get(request);
  if (identity === undefined) throw new Error('a route was reached without authentication');
  return identity;
}

/** Notes who was let in, and for what. */
export function setCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Who was let in. Throws where nobody looked, since nothing may pass without it. */
export function callerOfRequest(request: Request): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('a route was reached without authorisation');
  return caller;
}

/** {@link identityOfRequest}; null where the request ended before it was looked at. */
export function findIdentity(request: Request): Identity | null {
  return identities.get(request) ?? null;
}
