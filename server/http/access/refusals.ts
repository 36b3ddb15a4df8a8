import type { ErrorRequestHandler, Request } from 'express';
import { AppError, ERROR_REGISTRY } from '../../contract/error-registry.ts';
import type { ErrorCode } from '../../contract/error-registry.ts';
import { nameActor } from '../../core/access/request-actor.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { Clock, Log } from '../../ports/platform.ts';
import { Quota } from '../../usecases/audit/quota.ts';
import { requestIdOf } from '../observe/request-id.ts';
import { actorOf } from './admit.ts';
import { findIdentity } from './authenticate.ts';
import { hidesOthers } from './caller.ts';

/** An attempt that was refused; `route` is the pattern, without ids. */
export interface Refusal {
  readonly method: string;
  readonly route: string;
  readonly name: string;
  readonly code: ErrorCode;
  /** What the address names, in order; ids alone. */
  readonly params: readonly string[];
}

/** Writes a refusal into the audit. */
type NoteRefusal = (refusal: Refusal, actor: RequestActor) => Promise<void>;

const endpoints = new WeakMap<
  Request,
  { readonly path: string; readonly name: string; readonly params: readonly string[] }
>();

/** Notes which endpoint a request is for and what its address names, which is forgotten once the route is left. */
export function noteEndpoint(request: Request, endpoint: { readonly path: string; readonly name: string }): void {
  const params = Object.values(request.params).map((value) => String(value).slice(0, 200));
  endpoints.set(request, { path: endpoint.path, name: endpoint.name, params });
}

/** Refusals of one caller that are noted a minute; a client that goes on for ever must not fill the audit. */
const MAX_A_MINUTE = 60;

/** Refusals that say that somebody tried what they may not. */
const TRIED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['FORBIDDEN', 'CSRF_FAILED', 'PASSWORD_CHANGE_REQUIRED']);

/** No attempts at anything: nobody was known, or it only came too often. */
const NO_ATTEMPT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'METHOD_NOT_ALLOWED',
]);

/** What the auditor of refusals needs. */
export interface RefusalDeps {
  readonly note: NoteRefusal;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Notes in the audit what a known caller was refused, before the refusal is presented: of a key what it may not do, of a
 * person that and every change that failed. What cannot be noted is logged; the answer stays the same.
 */
export function createRefusalAuditor({ note, clock, log }: RefusalDeps): ErrorRequestHandler {
  const quota = new Quota(MAX_A_MINUTE);
  return async (error: unknown, request, _response, next) => {
    const found = describeRefusal(error, request);
    if (found !== null && quota.take(nameActor(found.actor), clock.now())) {
      await note(found.refusal, found.actor).catch((failure: unknown) =>
        log.warn({ err: failure, requestId: requestIdOf(request) }, 'a refusal could not be noted in the audit'),
      );
    }
    next(error);
  };
}

function describeRefusal(error: unknown, request: Request): { refusal: Refusal; actor: RequestActor } | null {
  const [identity, endpoint] = [findIdentity(request), endpoints.get(request)];
  if (!(error instanceof AppError) || identity === null || identity.kind === 'anonymous' || endpoint === undefined)
    return null;
  const known: AppError = error;
  const isChange =
    identity.kind === 'user' &&
    request.method !== 'GET' &&
    ERROR_REGISTRY[known.code].status < 500 &&
    !NO_ATTEMPT.has(known.code);
  if (!isChange && !TRIED.has(known.code) && !hidesOthers(known)) return null;
  return {
    actor: actorOf(identity, { ip: request.ip ?? '', requestId: requestIdOf(request) }),
    refusal: {
      method: request.method,
      route: endpoint.path,
      name: endpoint.name,
      code: known.code,
      params: endpoint.params,
    },
  };
}
