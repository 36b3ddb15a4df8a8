import session from 'express-session';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../../contract/error-registry.ts';

declare module 'express-session' {
  interface SessionData {
    /** Who signed in; absent before that. */
    userId?: string;
    /** The user's epoch at sign-in: signing out everywhere raises it, and older sessions end. */
    epoch?: number;
    /** Epoch ms of the sign-in. */
    signedInAt?: number;
    /** How the person signed in; absent in a session of before it was kept, which was by password as far as that matters. */
    signedInBy?: SignInWay;
  }
}

/** Ways to sign in: with a password kept here, or at the configured service. */
export type SignInWay = 'password' | 'oidc';

/** A session ends after so long without a request, ms. */
export const SESSION_IDLE_MS = 8 * 3_600_000;

/** A session ends so long after its sign-in, whatever happens in it, ms. */
export const SESSION_ABSOLUTE_MS = 24 * 3_600_000;

/** Name of the cookie. */
export const SESSION_COOKIE = 'redress.sid';

/** Where sessions are kept (absent: in this process, for tests), what signs their ids, and whether the cookie needs https. */
export interface SessionOptions {
  readonly store?: session.Store;
  readonly secret: string;
  readonly secure: boolean;
}

/** Reads the session of a request that carries its cookie. A machine's request, with a key, has none and costs nothing. */
export function createSessions({ store, secret, secure }: SessionOptions): RequestHandler {
  const read = session({
    name: SESSION_COOKIE,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Behind a proxy that speaks https to the browser the request itself looks like plain http.
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'strict', secure: secure ? true : 'auto', maxAge: SESSION_IDLE_MS, path: '/' },
    ...(store === undefined ? {} : { store }),
  });
  return (request, response, next) => {
    if (request.headers.authorization !== undefined) next();
    else void read(request, response, (error?: unknown) => next(describeStoreError(error)));
  };
}

/** What the session store could not do is the database's being away. */
function describeStoreError(error: unknown): unknown {
  if (error === undefined || error === null || error instanceof AppError) return error ?? undefined;
  return new AppError('STORE_UNAVAILABLE', 'Try again in a few seconds.', { retryAfterSeconds: 2, cause: error });
}

/** The instant, epoch ms, after which this session is over unless somebody uses it; null without one. */
export function sessionEnd(request: Request, now: number): number | null {
  const signedInAt = sessionOf(request)?.signedInAt;
  return signedInAt === undefined ? null : Math.min(signedInAt + SESSION_ABSOLUTE_MS, now + SESSION_IDLE_MS);
}

/** Whether the session's cookie is for https alone. */
export function needsHttps(request: Request): boolean {
  return sessionOf(request)?.cookie.secure === true;
}

/** How the person of a session signed in. */
export function signInWayOf(request: Request): SignInWay {
  return sessionOf(request)?.signedInBy ?? 'password';
}

/** The session of a request; absent where the request came with a key. */
export function sessionOf(request: Request): (session.Session & Partial<session.SessionData>) | undefined {
  return (request as Partial<Request>).session;
}

/** Ends a session: its row goes, and with it what its cookie was worth. */
export function endSession(request: Request): Promise<void> {
  const current = sessionOf(request);
  if (current === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    current.destroy((error: unknown) => (error === undefined || error === null ? resolve() : reject(toError(error))));
  });
}

/** Begins a session under a new id, so that an id known before the sign-in is worth nothing after it. */
export function beginSession(
  request: Request,
  data: {
    readonly userId: string;
    readonly epoch: number;
    readonly signedInAt: number;
    readonly signedInBy: SignInWay;
  },
): Promise<void> {
  const current = sessionOf(request);
  if (current === undefined) throw new AppError('INVALID_REQUEST', 'Sign in without an Authorization header.');
  return new Promise((resolve, reject) => {
    current.regenerate((error: unknown) => {
      if (error !== undefined && error !== null) reject(toError(error));
      else {
        Object.assign(request.session, data);
        resolve();
      }
    });
  });
}

function toError(error: unknown): unknown {
  return describeStoreError(error) as Error;
}
