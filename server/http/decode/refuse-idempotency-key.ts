import { AppError } from '../../contract/error-registry.ts';
import type { Message } from './json-body.ts';

/** Throws INVALID_REQUEST where a request that cannot be answered twice came with a key to repeat it by. */
export function refuseIdempotencyKey(headers: Message['headers']): void {
  if (headers['idempotency-key'] === undefined) return;
  throw new AppError(
    'INVALID_REQUEST',
    'Send this without an Idempotency-Key: the answer holds a secret that is shown once and kept nowhere, so a repeat could not be given it again.',
    {
      errors: [
        { pointer: '/Idempotency-Key', code: 'not_accepted', message: 'is not accepted where the answer is a secret' },
      ],
    },
  );
}
