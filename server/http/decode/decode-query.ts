import type { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import { decodeValue } from './decode-value.ts';

/** Query parameters by name; each takes a text or nothing. */
type QueryShape = Readonly<Record<string, z.ZodType<unknown, string | undefined>>>;

/** Decodes the query of an endpoint that is no list. Unknown and repeated parameters are refused with INVALID_REQUEST. */
export function decodeQuery<Q extends QueryShape>(
  shape: Q,
  search: URLSearchParams,
): { readonly [K in keyof Q]: z.output<Q[K]> } {
  for (const name of search.keys()) {
    if (!Object.hasOwn(shape, name)) throw refuse(name, 'unknown_field', 'is not a parameter of this address');
    if (search.getAll(name).length > 1) throw refuse(name, 'repeated', 'must be given once');
  }
  const entries = Object.entries(shape).map(([name, schema]) => [
    name,
    decodeValue(schema, search.get(name) ?? undefined, `/${name}`, 'query parameters'),
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof Q]: z.output<Q[K]> };
}

function refuse(name: string, code: string, message: string): AppError {
  return new AppError('INVALID_REQUEST', 'Correct the query parameters that are named in errors.', {
    errors: [{ pointer: `/${name.slice(0, 60)}`, code, message }],
  });
}
