import type { RequestHandler } from 'express';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { routeOf } from './route-of.ts';

/** Times every request by method, route pattern and status. */
export function createRequestMetrics(registry: Registry): RequestHandler {
  const durations = new Histogram({
    name: 'redress_http_request_duration_seconds',
    help: 'Time from a request’s head to the end of its reply.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return (request, response, next) => {
    const end = durations.startTimer();
    response.once('finish', () =>
      end({ method: request.method, route: routeOf(request), status: response.statusCode }),
    );
    next();
  };
}
