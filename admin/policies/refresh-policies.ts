import type { QueryClient } from '@tanstack/react-query';

/** Reads policies and their versions anew, for after an act that changed one. */
export async function refreshPolicies(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === 'api' && typeof queryKey[1] === 'string' && /^\/api\/(polic|waiting)/u.test(queryKey[1]),
  });
}
