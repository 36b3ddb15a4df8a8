import { AppError } from '../../contract/error-registry.ts';
import type { Message } from './json-body.ts';

/** For endpoints that take no body at all: one that came anyway is refused. Their handlers never read it. */
export function emptyBody<Body>({ bytes }: Message): { readonly body: Body; readonly raw: unknown } {
  if (bytes.length > 0) throw new AppError('INVALID_REQUEST', 'Send no body to this address.');
  return { body: undefined as Body, raw: {} };
}
