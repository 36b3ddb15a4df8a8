import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An id that a caller may bring along: nothing that could break a log line or a header. */
const SANE = /^[A-Za-z0-9._-]{1,100}$/;

/** Takes the caller's `X-Request-Id` where it is sane, else makes one; tells it in the reply. */
export function assignRequestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && SANE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

/** The id that {@link assignRequestId} gave, as the logger keeps it on the request. */
export function requestIdOf(request: IncomingMessage): string {
  return typeof request.id === 'string' ? request.id : '';
}
