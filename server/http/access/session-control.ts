import type { Request } from 'express';
import { csrfTokenOf } from './csrf.ts';
import { beginSession, endSession, sessionEnd, sessionOf } from './sessions.ts';

/** What endpoints of signing in and out do with the session, free of any framework. */
export interface SessionControl {
  /** Begins the session of a user at `epoch` under a new id; the old one ends. */
  begin(user: { readonly id: string; readonly sessionEpoch: number }): Promise<void>;
  /** Ends this session. */
  end(): Promise<void>;
  /** What changes have to be sent with, and when the session ends unless it is used, epoch ms; null without a session. */
  describe(): { readonly csrfToken: string; readonly expiresAt: number } | null;
}

/** The session of one request. `now` is epoch ms. */
export function controlSession(request: Request, now: () => number): SessionControl {
  return {
    begin: ({ id, sessionEpoch }) => beginSession(request, { userId: id, epoch: sessionEpoch, signedInAt: now() }),
    end: () => endSession(request),
    describe: () => {
      const expiresAt = sessionEnd(request, now());
      return expiresAt === null || sessionOf(request) === undefined
        ? null
        : { csrfToken: csrfTokenOf(request), expiresAt };
    },
  };
}
