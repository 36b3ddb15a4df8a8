import { sha256Hex } from '../../core/audit/canonical-document.ts';
import { CanonicalError, canonicalise } from '../../core/records/canonical.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { Idempotency } from '../use-cases.ts';
import { headerOf } from './json-body.ts';
import type { Message } from './json-body.ts';

/** 1 to 255 visible characters of ASCII. */
const SHAPE = /^[\u0021-\u007e]{1,255}$/;

/**
 * The caller's key with the digest of the body in canonical form, so that spacing and the order of fields do not matter.
 * Undefined where none is given and none is needed. Throws IDEMPOTENCY_KEY_REQUIRED, or INVALID_REQUEST on a bad shape.
 */
export function decodeIdempotency(
  { headers, bytes }: Message,
  raw: unknown,
  required: boolean,
): Idempotency | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) {
    if (!required) return undefined;
    throw new AppError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'Send an Idempotency-Key of your own, the same for each repeat of this request.',
      { errors: [{ pointer: '/Idempotency-Key', code: 'required', message: 'is required' }] },
    );
  }
  const idempotencyKey = headerOf(headers, 'idempotency-key');
  if (idempotencyKey === undefined || !SHAPE.test(idempotencyKey)) {
    throw new AppError('INVALID_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [
        { pointer: '/Idempotency-Key', code: 'invalid_format', message: 'must be 1 to 255 visible ASCII characters' },
      ],
    });
  }
  return { idempotencyKey, bodyDigest: digestBody(raw, { headers, bytes }) };
}

/**
 * Events come here before anybody has looked at each, and may hold what has no canonical form: a fraction, half a
 * surrogate pair. They are known by their bytes then, with the attributes that came as headers.
 */
function digestBody(raw: unknown, { headers, bytes }: Message): string {
  try {
    return sha256Hex(canonicalise(raw));
  } catch (error) {
    if (!(error instanceof CanonicalError)) throw error;
    const attributes = Object.entries(headers).filter(([name]) => name.startsWith('ce-'));
    const names = attributes.map(([name, value]) => `${name}: ${String(value)}`).toSorted();
    return sha256Hex(['bytes', ...names, bytes.toString('base64')].join('\n'));
  }
}
