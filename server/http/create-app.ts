import { performance } from 'node:perf_hooks';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { ApiKeys } from '../ports/api-keys.ts';
import type { Clock } from '../ports/platform.ts';
import type { Users } from '../ports/users.ts';
import { createAuthenticator } from './access/authenticate.ts';
import { createPersonFinder } from './access/person-finder.ts';
import { createRefusalAuditor } from './access/refusals.ts';
import { createSessions } from './access/sessions.ts';
import type { SessionOptions } from './access/sessions.ts';
import { createKeyFinder } from './access/key-finder.ts';
import { createGuessLimit, createRateLimiter } from './access/rate-limit.ts';
import type { RedisCommand } from './access/rate-limit.ts';
import { createDocsRoutes } from './docs/docs-routes.ts';
import { ENDPOINTS } from './endpoints.ts';
import { mountEndpoints } from './mount-endpoint.ts';
import { createRequestLog } from './observe/request-log.ts';
import { createRequestMetrics } from './observe/request-metrics.ts';
import { createOperationsRoutes } from './operations-routes.ts';
import type { Readiness, RenderMetrics } from './operations-routes.ts';
import { createErrorPresenter, refuseUnknownRoute } from './present-error.ts';
import { createAdminRoutes } from './serve-admin.ts';
import type { UseCases } from './use-cases.ts';

/** Everything that HTTP needs from the rest of the service. */
export interface AppDeps {
  readonly useCases: UseCases;
  readonly apiKeys: Pick<ApiKeys, 'findByHash'>;
  readonly users: Pick<Users, 'find' | 'noteSeen'>;
  readonly sessions: SessionOptions;
  /** Proxies in front that may be believed about the address and the protocol of a request. */
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where requests are timed, and the page with all measures. */
  readonly telemetry: { readonly registry: Registry; readonly render: RenderMetrics };
  readonly readiness: Readiness;
  /** Requests one key may make a minute; 0 is no limit. */
  readonly rateLimit: number;
  /** Sends one command to Redis; absent: each process counts for itself. */
  readonly redis?: RedisCommand;
  /** Folder of the built browser admin; absent: the API alone is served. */
  readonly adminFolder?: string;
}

/** The HTTP side of the service: decode, authorise, use case, present. */
export function createApp(deps: AppDeps): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', deps.trustedProxies);
  app.use(createRequestLog(deps.log), createRequestMetrics(deps.telemetry.registry));
  // Plain HTTP behind a proxy, or on one's own machine, must not be upgraded to what is not there.
  app.use(helmet({ contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } } }));
  app.use(compression());
  app.use(createOperationsRoutes(deps.readiness, deps.telemetry.render));
  app.use(createDocsRoutes(ENDPOINTS));
  const findKey = createKeyFinder({
    keys: deps.apiKeys,
    now: () => performance.now(),
    mayGuess: createGuessLimit(deps.rateLimit, deps.clock),
  });
  mountEndpoints(app, ENDPOINTS, {
    useCases: deps.useCases,
    clock: deps.clock,
    guards: [
      createSessions(deps.sessions),
      createAuthenticator(
        findKey,
        createPersonFinder(deps.users, () => deps.clock.now()),
      ),
      createRateLimiter({ limitPerMinute: deps.rateLimit, redis: deps.redis, log: deps.log, clock: deps.clock }),
    ],
  });
  if (deps.adminFolder !== undefined) app.use(createAdminRoutes(deps.adminFolder));
  app.use(refuseUnknownRoute);
  app.use(createRefusalAuditor({ note: deps.useCases.noteRefusal, clock: deps.clock, log: deps.log }));
  app.use(createErrorPresenter(deps.log));
  return app;
}
