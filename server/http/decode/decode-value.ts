import type { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import { fieldErrorsOf } from '../../contract/field-errors.ts';

/** Decodes a value by its schema. Throws INVALID_REQUEST with pointers below `base`. */
export function decodeValue<T>(schema: z.ZodType<T>, value: unknown, base = ''): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID_REQUEST', 'Correct the fields that are named in errors.', {
    errors: fieldErrorsOf(parsed.error, base),
  });
}
