import express from 'express';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../../contract/error-registry.ts';

/** What one body may hold once it is inflated. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** What a batch of events may hold once it is inflated. */
export const BATCH_LIMIT_BYTES = 5 * 1024 * 1024;

/** Reads a body as bytes, inflating gzip, deflate and brotli, within the limit that its content type has. */
export function createBodyReader(limitOf: (contentType: string | undefined) => number): RequestHandler {
  const readers = new Map<number, RequestHandler>();
  return (request, response, next) => {
    const limit = limitOf(request.headers['content-type']);
    let reader = readers.get(limit);
    if (reader === undefined) {
      reader = express.raw({ type: () => true, limit, inflate: true });
      readers.set(limit, reader);
    }
    reader(request, response, (error?: unknown) => {
      if (error === undefined) next();
      else next(describeBodyError(error));
    });
  };
}

/** The bytes that {@link createBodyReader} read; empty where there was no body. */
export function bodyBytesOf(request: Request): Buffer {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** The reader's own errors in the words of the registry; whatever inflating says is the sender's fault. */
function describeBodyError(error: unknown): AppError {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new AppError('BODY_TOO_LARGE', 'Send less at once: 1 MiB, or 5 MiB in a batch of events.');
    case 'encoding.unsupported':
      return new AppError('UNSUPPORTED_MEDIA_TYPE', 'Encode the body as gzip, deflate or br, or not at all.');
    case 'request.aborted':
      return new AppError('BAD_ENCODING', 'The body ended early.');
    case 'request.size.invalid':
      return new AppError('BAD_ENCODING', 'The body is not as long as announced.');
    default:
      return new AppError('BAD_ENCODING', 'The body cannot be inflated.', { cause: error });
  }
}
