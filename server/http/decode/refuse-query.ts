import { AppError } from '../../contract/error-registry.ts';

/** Only lists take query parameters; anything else is a misunderstanding that should not pass in silence. */
export function refuseQuery(search: URLSearchParams): void {
  const [name] = search.keys();
  if (name === undefined) return;
  throw new AppError('INVALID_REQUEST', 'Send no query parameters to this address.', {
    errors: [
      { pointer: `/${name.slice(0, 60)}`, code: 'unknown_field', message: 'is not a parameter of this address' },
    ],
  });
}
