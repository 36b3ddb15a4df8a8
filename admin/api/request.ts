import { OfflineError, ProblemError } from './problem-error.ts';
import { findSession, renewSession } from './session-state.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** false: a 401 is an answer like any other and no dialog is shown; for sign-in itself. */
  readonly renew?: boolean;
}

export interface Reply<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Sends one request to the API with the session's cookie, and its token where something is changed. Where the session
 * is over, a dialog asks for the password and the same request is sent again, so that a save is never lost.
 * @throws ProblemError | OfflineError
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Reply<T>> {
  const response = await send(path, options);
  if (response.status === 401 && options.renew !== false && (await renewSession())) {
    return decode<T>(await send(path, options));
  }
  return decode<T>(response);
}

/** {@link request}, the body alone. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request<T>(path, { signal })).body;
}

/** POSTs and gives the answer's body. */
export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return (await request<T>(path, { method: 'POST', body })).body;
}

/** PUTs and gives the answer's body. */
export async function put<T>(path: string, body: unknown): Promise<T> {
  return (await request<T>(path, { method: 'PUT', body })).body;
}

async function send(path: string, { method = 'GET', body, signal, headers = {} }: RequestOptions): Promise<Response> {
  const token = findSession()?.csrfToken;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'GET' || token === undefined ? {} : { 'X-CSRF-Token': token }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await fetch(path, init);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new OfflineError();
  }
}

async function decode<T>(response: Response): Promise<Reply<T>> {
  const { status, headers } = response;
  const text = await response.text();
  const json = text === '' ? undefined : parse(text);
  if (!response.ok) {
    const wait = Number(headers.get('Retry-After'));
    throw new ProblemError(status, isRecord(json) ? json : {}, Number.isFinite(wait) && wait > 0 ? wait : null);
  }
  // The contract's types are the only word there is on what the server answers; its tests hold it to them.
  return { body: json as T, status, headers };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
