import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError, ERROR_REGISTRY } from '../contract/error-registry.ts';
import { presentProblem } from '../contract/http/problem.ts';
import type { Log } from '../ports/platform.ts';
import { requestIdOf } from './observe/request-id.ts';

/** Seconds after which a request may be tried again where the error does not say. */
const RETRY_AFTER_SECONDS = 1;

/** The one place where errors become answers. What is not expected is logged, once, and answered without a word about it. */
export function createErrorPresenter(log: Log): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, request, response, next) => {
    const requestId = requestIdOf(request);
    const known = nameError(error);
    if (known === null) log.error({ err: error, requestId }, 'a request ended in an error that nobody expected');
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem: AppError = known ?? new AppError('INTERNAL', 'Report the request id to whoever runs this service.');
    const { status, retry } = ERROR_REGISTRY[problem.code];
    if (retry) response.set('Retry-After', String(problem.retryAfterSeconds ?? RETRY_AFTER_SECONDS));
    if (status === 401) response.set('WWW-Authenticate', 'Bearer');
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(presentProblem(problem, requestId)));
  };
}

/** Answers what no route matched. */
export const refuseUnknownRoute: RequestHandler = () => {
  throw new AppError('NOT_FOUND', 'There is nothing at this address; /docs lists what there is.');
};

/** An operational error; null for what nobody expected. Errors of the registry with status 500 are logged too. */
function nameError(error: unknown): AppError | null {
  if (isAppError(error)) return ERROR_REGISTRY[error.code].status === 500 ? null : error;
  // The router's own: a path whose percent-encoding is broken.
  if (error instanceof URIError) return new AppError('INVALID_REQUEST', 'Correct the percent-encoding of the address.');
  return null;
}

/** Narrows to any code of the registry; `instanceof` alone leaves the code open. */
function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
