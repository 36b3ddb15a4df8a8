import { HttpError } from 'react-admin';
import type { Problem } from '../../server/contract/http/problem.ts';

/** One field that the server found fault with; `path` is dotted, as forms name their fields. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** An answer of the API that is an error, with its problem document. `body.errors` is what react-admin’s forms show at their fields. */
export class ProblemError extends HttpError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
  readonly faults: readonly FieldFault[];
  /** The whole answer: some problems carry more than the standard members. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, document: Readonly<Record<string, unknown>>, retryAfterSeconds: number | null = null) {
    const problem: Partial<Problem> = document;
    const faults = (problem.errors ?? []).map(({ pointer, message }) => ({ path: pathOf(pointer), message }));
    const title = problem.title ?? `HTTP ${status}`;
    super(problem.detail ?? title, status, {
      errors: Object.fromEntries(faults.map(({ path, message }) => [path, message])),
    });
    // react-admin's error sets its own prototype, so that without this no instanceof would ever hold.
    Object.setPrototypeOf(this, ProblemError.prototype);
    this.name = 'ProblemError';
    this.code = problem.code ?? 'INTERNAL';
    this.title = title;
    this.detail = problem.detail ?? '';
    this.requestId = problem.requestId ?? null;
    this.faults = faults;
    this.document = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The request never reached the service, or its answer was lost. */
export class OfflineError extends HttpError {
  constructor() {
    super('offline', 0);
    Object.setPrototypeOf(this, OfflineError.prototype);
    this.name = 'OfflineError';
  }
}

/** `/roles/0/name` to `roles.0.name`. */
function pathOf(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
