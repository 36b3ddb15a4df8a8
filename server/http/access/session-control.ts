import type { Request } from 'express';
import { csrfTokenOf } from './csrf.ts';
import { beginSession, endSession, needsHttps, sessionEnd, sessionOf, signInWayOf } from './sessions.ts';
import type { SignInWay } from './sessions.ts';

/** What endpoints of signing in and out do with the session, free of any framework. */
export interface SessionControl {
  /** Begins the session of a user at `epoch` under a new id; the old one ends. */
  begin(user: { readonly id: string; readonly sessionEpoch: number }, by: SignInWay): Promise<void>;
  /** Whether cookies of this request need https, as that of its session does. */
  readonly needsHttps: boolean;
  /** Ends this session. */
  end(): Promise<void>;
  /** What there is to tell of this session; null without one. */
  describe(): SessionFacts | null;
}

/** What changes have to be sent with, when the session ends unless it is used, epoch ms, and how it began. */
export interface SessionFacts {
  readonly csrfToken: string;
  readonly expiresAt: number;
  readonly signedInBy: SignInWay;
}

/** The session of one request. `now` is epoch ms. */
export function controlSession(request: Request, now: () => number): SessionControl {
  return {
    begin: ({ id, sessionEpoch }, signedInBy) =>
      beginSession(request, { userId: id, epoch: sessionEpoch, signedInAt: now(), signedInBy }),
    needsHttps: needsHttps(request),
    end: () => endSession(request),
    describe: () => {
      const expiresAt = sessionEnd(request, now());
      return expiresAt === null || sessionOf(request) === undefined
        ? null
        : { csrfToken: csrfTokenOf(request), expiresAt, signedInBy: signInWayOf(request) };
    },
  };
}
