import type { IRouter, Request, RequestHandler } from 'express';
import { AppError } from '../contract/error-registry.ts';
import type { Clock } from '../ports/platform.ts';
import { callerOfRequest } from './access/authenticate.ts';
import { requireVerb } from './access/caller.ts';
import { BODY_LIMIT_BYTES, bodyBytesOf, createBodyReader } from './decode/read-body.ts';
import type { Endpoint, EndpointRequest } from './define-endpoint.ts';
import { requestIdOf } from './observe/request-id.ts';
import type { UseCases } from './use-cases.ts';

/** What endpoints run with. `guards` find out who asks and whether they ask too often. */
export interface MountDeps {
  readonly useCases: UseCases;
  readonly clock: Clock;
  readonly guards: readonly RequestHandler[];
}

/** Mounts endpoints on a router: the key and its verb are checked before a byte of the body is read. */
export function mountEndpoints(router: IRouter, endpoints: readonly Endpoint[], deps: MountDeps): void {
  for (const endpoint of endpoints) {
    const authorise: RequestHandler = (request, _response, next) => {
      requireVerb(callerOfRequest(request), endpoint.verb);
      next();
    };
    const readBody = createBodyReader(endpoint.body?.limitBytesOf ?? (() => BODY_LIMIT_BYTES));
    router[endpoint.method](endpoint.path, ...deps.guards, authorise, readBody, createHandler(endpoint, deps));
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints
      .filter((endpoint) => endpoint.path === path)
      .map((endpoint) => endpoint.method.toUpperCase());
    router.all(path, (_request, response, next) => {
      response.set('Allow', methods.join(', '));
      next(new AppError('METHOD_NOT_ALLOWED', `Use ${methods.join(' or ')}.`));
    });
  }
}

function createHandler(endpoint: Endpoint, { useCases, clock }: MountDeps): RequestHandler {
  return async (request, response) => {
    const answer = await endpoint.run(toEndpointRequest(request, clock.now()), useCases);
    if (answer.headers !== undefined) response.set(answer.headers);
    response
      .status(endpoint.status)
      .set('Cache-Control', 'no-store')
      .type('application/json')
      .send(JSON.stringify(answer.body));
  };
}

function toEndpointRequest(request: Request, receivedAt: number): EndpointRequest {
  const query = request.url.indexOf('?');
  return {
    params: request.params,
    headers: request.headers,
    bytes: bodyBytesOf(request),
    search: new URLSearchParams(query === -1 ? '' : request.url.slice(query)),
    caller: callerOfRequest(request),
    requestId: requestIdOf(request),
    receivedAt,
  };
}
