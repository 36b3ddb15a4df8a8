import type { z } from 'zod';
import { AppError } from '../contract/error-registry.ts';
import type { ErrorCode } from '../contract/error-registry.ts';
import type { ListSpec } from '../contract/http/list-query.ts';
import type { Permission } from '../core/access/permission.ts';
import { nameActor } from '../core/access/request-actor.ts';
import type { KeyVerb } from '../ports/api-keys.ts';
import { absent, hideOthers, hidesOthers, requireProgram } from './access/caller.ts';
import type { Caller } from './access/caller.ts';
import { maskCustomers } from './access/mask-customers.ts';
import type { SessionControl } from './access/session-control.ts';
import { decodeIdempotency } from './decode/idempotency-key.ts';
import { refuseIdempotencyKey } from './decode/refuse-idempotency-key.ts';
import { decodeValue } from './decode/decode-value.ts';
import { emptyBody } from './decode/empty-body.ts';
import type { BodyCodec, Message } from './decode/json-body.ts';
import { refuseQuery } from './decode/refuse-query.ts';
import { keepAnswer, recallAnswer } from './kept-answer.ts';
import type { Actor, Idempotency, UseCases } from './use-cases.ts';

/** Path parameters by name. */
export type ParamShape = Readonly<Record<string, z.ZodType<string>>>;

/** What a handler is given: everything decoded, the caller known. */
interface Input<P extends ParamShape, Body> {
  readonly params: { readonly [K in keyof P]: string };
  readonly body: Body;
  readonly search: URLSearchParams;
  readonly idempotency: Idempotency | undefined;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly session: SessionControl;
  /** Headers as they came, names in lower case. */
  readonly headers: Message['headers'];
  readonly useCases: UseCases;
}

/** What a handler answers; `headers` may carry cookies. */
interface Answer<Reply> {
  readonly body: Reply;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a watched caller is noted to have read: the kind of thing, and which one. */
export interface ReadNote {
  readonly type: string;
  readonly id: string;
  readonly program?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/**
 * How the caller's programs are enforced, so that no endpoint can forget it. `named`: the request names the program; another
 * is refused with `code`. `owned`: what the request is about is looked up first. `shown`: the reply tells whose it is;
 * both hide another program's as if it were not there. `filtered`, `each`: the handler narrows a list, judges each event.
 * `none`: no one program is asked for: it is the caller's own, or what it names may be of several programs, as the grants of
 * a person or the programs of a key are, and the use case compares them with the caller's.
 */
type Scope<P extends ParamShape, Body, Reply> =
  | { readonly kind: 'named'; readonly programOf: (input: Input<P, Body>) => string; readonly code?: ErrorCode }
  | { readonly kind: 'owned'; readonly programOf: (input: Input<P, Body>) => Promise<string>; readonly code: ErrorCode }
  | { readonly kind: 'shown'; readonly programOf: (reply: Reply) => string; readonly code: ErrorCode }
  | { readonly kind: 'filtered' | 'each' | 'none' };

/** What every endpoint says of itself; routes and documentation both come from it. */
interface EndpointFacts {
  /** The verb and noun of its use case; also the operation id of the documentation. */
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What a key needs for it; null: no key may. */
  readonly verb: KeyVerb | null;
  /** What a person needs for it; `public`: nobody is asked who they are. */
  readonly permission: Permission | 'public';
  /** Set where a person may do it before they have replaced a one-time password. */
  readonly withOneTimePassword?: true;
  readonly status: 200 | 201 | 204 | 302;
  /** Where the reply is no JSON. */
  readonly media?: 'text/csv';
  readonly reply: z.ZodType;
  readonly list?: ListSpec;
  /** Query parameters of an endpoint that is no list, by name. */
  readonly query?: Readonly<Record<string, z.ZodType<unknown, string | undefined>>>;
  /**
   * `required`, `optional`: the use case stores the answer in the effect's own transaction.
   * `beside`: optional; the answer is stored after the effect, which is safe to repeat or writes the actor's `doneMark`
   * in its own transaction.
   * `refused`: the answer holds a secret that is shown once and kept nowhere, so that it cannot be given again.
   */
  readonly idempotency?: 'optional' | 'required' | 'beside' | 'refused';
  /** Codes it may answer with beyond those of every endpoint. */
  readonly errors: readonly ErrorCode[];
}

interface EndpointSpec<P extends ParamShape, Body, Reply> extends EndpointFacts {
  readonly params: P;
  readonly body?: BodyCodec<Body>;
  readonly reply: z.ZodType<Reply>;
  readonly scope: Scope<NoInfer<P>, NoInfer<Body>, NoInfer<Reply>>;
  readonly handle: (input: Input<NoInfer<P>, NoInfer<Body>>) => Promise<Answer<NoInfer<Reply>>>;
  /** Tells of a decision or a customer that was read, for callers whose reads are noted; null where it was not one. */
  readonly noteRead?: (input: Input<NoInfer<P>, NoInfer<Body>>, reply: NoInfer<Reply>) => ReadNote | null;
}

/** A request as an endpoint sees it, free of any framework. */
export interface EndpointRequest extends Message {
  readonly params: Readonly<Record<string, unknown>>;
  readonly search: URLSearchParams;
  readonly caller: Caller;
  readonly session: SessionControl;
  readonly requestId: string;
}

/** One endpoint, its types erased. */
export interface Endpoint extends EndpointFacts {
  readonly params: ParamShape;
  readonly body?: BodyCodec<unknown>;
  readonly scopeKind: Scope<ParamShape, unknown, unknown>['kind'];
  readonly run: (request: EndpointRequest, useCases: UseCases) => Promise<Answer<unknown>>;
}

/** Declares an endpoint: decode, check the program, do, and answer. */
export function defineEndpoint<const P extends ParamShape, Body, Reply>(spec: EndpointSpec<P, Body, Reply>): Endpoint {
  const { params, body: codec, scope, handle, noteRead, ...facts } = spec;
  const run = async (request: EndpointRequest, useCases: UseCases): Promise<Answer<Reply>> => {
    const { caller, search, session, headers } = request;
    if (facts.list === undefined && facts.query === undefined) refuseQuery(search);
    const decoded = codec === undefined ? emptyBody<Body>(request) : codec.decode(request);
    const input: Input<P, Body> = {
      params: decodeParams(params, request.params),
      body: decoded.body,
      search,
      idempotency: decodeKey(facts.idempotency, request, decoded.raw),
      caller,
      actor: { ...caller.actor, verbs: [...caller.verbs] },
      session,
      headers,
      useCases,
    };
    try {
      const program = await checkScopeBefore(scope, input);
      const answer = await answerOnce(facts, input, listPrograms(scope.kind, caller, program), handle);
      if (scope.kind === 'shown') hideOthers(caller, scope.programOf(answer.body), scope.code);
      const note = caller.isWatched ? noteRead?.(input, answer.body) : undefined;
      if (note !== undefined && note !== null)
        await useCases.noteRead({ ...(program === null ? {} : { program }), ...note }, input.actor);
      return { ...answer, body: maskCustomers(answer.body, caller.knowsCustomers, knowsAll(caller)) };
    } catch (error) {
      // Whether an id exists in another program must not show in the wording.
      throw 'code' in scope && error instanceof AppError && error.code === scope.code && !hidesOthers(error)
        ? absent(error.code)
        : error;
    }
  };
  return { ...facts, params, ...(codec === undefined ? {} : { body: codec }), scopeKind: scope.kind, run };
}

function decodeKey(kind: EndpointFacts['idempotency'], request: Message, raw: unknown): Idempotency | undefined {
  if (kind === 'refused') refuseIdempotencyKey(request.headers);
  return kind === undefined || kind === 'refused' ? undefined : decodeIdempotency(request, raw, kind === 'required');
}

/**
 * A repeat of a request with a key of its own gets the answer that was given, where the use case does not see to that
 * itself. It is kept by program and route, so that another API key of the program gets it too; a person's is their own.
 */
async function answerOnce<P extends ParamShape, Body, Reply>(
  facts: EndpointFacts,
  input: Input<P, Body>,
  programs: readonly string[],
  handle: (input: Input<P, Body>) => Promise<Answer<Reply>>,
): Promise<Answer<Reply>> {
  const { idempotency, caller, params, useCases } = input;
  if (facts.idempotency !== 'beside' || idempotency === undefined) return handle(input);
  const own = caller.actor.kind === 'user' ? [nameActor(caller.actor)] : [];
  const scope = [...own, programs.join(','), facts.method.toUpperCase(), facts.path].join(' ');
  const bodyDigest = `${JSON.stringify(params)} ${idempotency.bodyDigest}`;
  const made: Answer<Reply>[] = [];
  const { status, response } = await useCases.answerOnce(
    { scope, key: idempotency.idempotencyKey, bodyDigest },
    async (doneMark) => {
      const answer = await handle({ ...input, actor: { ...input.actor, doneMark } });
      made.push(answer);
      return keepAnswer(answer.body);
    },
  );
  const [answer] = made;
  if (status === 'created' && answer !== undefined) return answer;
  const body = await recallAnswer(response, (actors) => useCases.nameActors(actors));
  return { body: body as Reply, headers: { 'Idempotency-Replayed': 'true' } };
}

/**
 * Programs by which an answer is kept, sorted. What is about several has those of the caller's key: those that the body
 * names would make another body another request, and not the same key used again.
 */
function listPrograms(
  kind: Scope<ParamShape, unknown, unknown>['kind'],
  caller: Caller,
  program: string | null,
): readonly string[] {
  if (program !== null) return [program];
  if (kind !== 'each' || caller.actor.kind === 'user') return [];
  return caller.programs === null ? ['*'] : [...caller.programs].toSorted();
}

/** Where a reply names no program: whether the caller knows the customers of every program it may be about. */
function knowsAll(caller: Caller): boolean {
  return caller.programs === null ? caller.knowsCustomers('*') : [...caller.programs].every(caller.knowsCustomers);
}

/** Answers the program where it is known beforehand. */
async function checkScopeBefore<P extends ParamShape, Body, Reply>(
  scope: Scope<P, Body, Reply>,
  input: Input<P, Body>,
): Promise<string | null> {
  if (scope.kind === 'named') {
    const program = scope.programOf(input);
    if (scope.code === undefined) requireProgram(input.caller, program);
    else hideOthers(input.caller, program, scope.code);
    return program;
  }
  if (scope.kind !== 'owned') return null;
  const program = await scope.programOf(input);
  hideOthers(input.caller, program, scope.code);
  return program;
}

function decodeParams<P extends ParamShape>(
  shape: P,
  given: Readonly<Record<string, unknown>>,
): { readonly [K in keyof P]: string } {
  const entries = Object.entries(shape).map(([name, schema]) => [
    name,
    decodeValue(schema, given[name], `/${name}`, 'parts of the address'),
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof P]: string };
}
