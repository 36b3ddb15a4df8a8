import type { IncomingMessage } from 'node:http';

/** The pattern of the route that took a request, free of ids; `unmatched` where none did. */
export function routeOf(request: IncomingMessage): string {
  const route: unknown = 'route' in request ? request.route : undefined;
  const path: unknown = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? path : 'unmatched';
}
