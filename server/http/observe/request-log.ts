import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { assignRequestId } from './request-id.ts';
import { routeOf } from './route-of.ts';

/** Addresses that are asked every few seconds by machines. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Gives every request its id and writes one line when it is done: route pattern, status, time. Never a body, a header, a
 * query or a path with ids in it. What went well is logged at `debug`: thousands of events a second would drown the rest.
 */
export function createRequestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: assignRequestId,
    quietReqLogger: true,
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    autoLogging: { ignore: (request) => QUIET.has(request.url ?? '') },
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    customLogLevel: (_request, response) => {
      if (response.statusCode >= 500) return 'warn';
      return response.statusCode >= 400 ? 'info' : 'debug';
    },
    customProps: (request, response) => ({
      method: request.method,
      route: routeOf(request),
      status: response.statusCode,
    }),
    customSuccessMessage: () => 'request done',
    customErrorMessage: () => 'request failed',
  }) as RequestHandler;
}
