import { isUtf8 } from 'node:buffer';
import { AppError } from '../../contract/error-registry.ts';
import { findJsonHazard } from './find-json-hazard.ts';

/**
 * JSON of a body. Throws BAD_ENCODING where the bytes are not UTF-8, MALFORMED_JSON where they are not JSON. Hazards are
 * left to the caller: {@link checkHazards}.
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new AppError('BAD_ENCODING', 'Send the body as UTF-8.');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's own message repeats what was sent, which may be personal.
    throw new AppError('MALFORMED_JSON', 'Send one complete JSON value.');
  }
}

/** Lets a parsed value pass, or throws INVALID_REQUEST at its first hazard. */
export function checkHazards(value: unknown): void {
  const hazard = findJsonHazard(value);
  if (hazard !== null)
    throw new AppError('INVALID_REQUEST', 'The body holds what is refused everywhere.', { errors: [hazard] });
}
