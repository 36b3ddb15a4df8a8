import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { AppError } from '../../contract/error-registry.ts';
import { sessionOf } from './sessions.ts';

const TOKEN_BYTES = 32;

/** The token is kept in the session and sent along in a header, which no other site can make a browser send. */
const { generateToken, isRequestValid } = csrfSync({
  size: TOKEN_BYTES,
  getTokenFromRequest: (request) => request.get('X-CSRF-Token'),
  getTokenFromState: (request) => sessionOf(request)?.csrfToken,
});

/** The session's token; a new session gets a new one. */
export function csrfTokenOf(request: Request): string {
  return generateToken(request);
}

/** Throws CSRF_FAILED where a person's request that may change something lacks its session's token. */
export function requireCsrfToken(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD' || isRequestValid(request)) return;
  throw new AppError('CSRF_FAILED', 'Send the csrfToken of GET /api/session as X-CSRF-Token.');
}
