import type { IRouter, Request, RequestHandler } from 'express';
import { AppError } from '../contract/error-registry.ts';
import type { Clock } from '../ports/platform.ts';
import { admit } from './access/admit.ts';
import { callerOfRequest, identityOfRequest, setCaller } from './access/authenticate.ts';
import { requireCsrfToken } from './access/csrf.ts';
import { noteEndpoint } from './access/refusals.ts';
import { controlSession } from './access/session-control.ts';
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

/** Mounts endpoints on a router: the key's verb or the person's permission is checked before a byte of the body is read. */
export function mountEndpoints(router: IRouter, endpoints: readonly Endpoint[], deps: MountDeps): void {
  for (const endpoint of endpoints) {
    const readBody = createBodyReader(endpoint.body?.limitBytesOf ?? (() => BODY_LIMIT_BYTES));
    const announce: RequestHandler = (request, _response, next) => {
      noteEndpoint(request, endpoint);
      next();
    };
    router[endpoint.method](
      endpoint.path,
      announce,
      ...deps.guards,
      createGate(endpoint),
      readBody,
      createHandler(endpoint, deps),
    );
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

/** Lets in who may, and notes as what. A person's change has to come from our own page. */
function createGate(endpoint: Endpoint): RequestHandler {
  return (request, _response, next) => {
    const identity = identityOfRequest(request);
    if (identity.kind === 'user' && endpoint.permission !== 'public') requireCsrfToken(request);
    setCaller(request, admit(identity, endpoint, { ip: request.ip ?? '', requestId: requestIdOf(request) }));
    next();
  };
}

function createHandler(endpoint: Endpoint, { useCases, clock }: MountDeps): RequestHandler {
  return async (request, response) => {
    const answer = await endpoint.run(toEndpointRequest(request, clock), useCases);
    if (answer.headers !== undefined) response.set(answer.headers);
    response.status(endpoint.status).set('Cache-Control', 'no-store');
    if (endpoint.status === 204 || endpoint.status === 302) response.end();
    else if (endpoint.media !== undefined) response.type(endpoint.media).send(String(answer.body));
    else response.type('application/json').send(JSON.stringify(answer.body));
  };
}

function toEndpointRequest(request: Request, clock: Clock): EndpointRequest {
  const query = request.url.indexOf('?');
  return {
    params: request.params,
    headers: request.headers,
    bytes: bodyBytesOf(request),
    search: new URLSearchParams(query === -1 ? '' : request.url.slice(query)),
    caller: callerOfRequest(request),
    session: controlSession(request, () => clock.now()),
    requestId: requestIdOf(request),
  };
}
