import type { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import { fieldErrorsOf } from '../../contract/field-errors.ts';

/** Decodes a value by its schema; `what` it is a part of: fields of a body where nothing is said. Throws INVALID_REQUEST with pointers below `base`. */
export function decodeValue<T>(schema: z.ZodType<T>, value: unknown, base = '', what = 'fields'): T {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID_REQUEST', `Correct the ${what} that are named in errors.`, {
    errors: fieldErrorsOf(parsed.error, base),
  });
}
