interface ErrorKind {
  /** HTTP status that presents it. */
  readonly status: number;
  readonly title: string;
  /** Whether the same request may succeed later. */
  readonly retry: boolean;
}

/** Every operational error of the service, in one table. A denial is not an error. */
export const ERROR_REGISTRY = {
  MALFORMED_JSON: { status: 400, title: 'The body is not JSON', retry: false },
  INVALID_REQUEST: { status: 400, title: 'The request does not fit the contract', retry: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This content type is not accepted here', retry: false },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large', retry: false },
  BAD_ENCODING: { status: 400, title: 'The body cannot be decoded', retry: false },
  IDEMPOTENCY_KEY_REQUIRED: { status: 400, title: 'An Idempotency-Key header is required', retry: false },
  IDEMPOTENCY_KEY_REUSED: { status: 409, title: 'This Idempotency-Key was used with another body', retry: false },
  UNAUTHENTICATED: { status: 401, title: 'Who is asking is not known', retry: false },
  SIGN_IN_FAILED: { status: 401, title: 'E-mail and password do not fit', retry: false },
  LOCKED_OUT: { status: 429, title: 'Too many failed sign-ins', retry: true },
  CSRF_FAILED: { status: 403, title: 'The request does not come from the page', retry: false },
  PASSWORD_CHANGE_REQUIRED: { status: 403, title: 'A password of your own is needed first', retry: false },
  PASSWORD_REFUSED: { status: 422, title: 'This password cannot be used', retry: false },
  FORBIDDEN: { status: 403, title: 'Not allowed', retry: false },
  NOT_FOUND: { status: 404, title: 'Not found', retry: false },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take this method', retry: false },
  PROGRAM_NOT_FOUND: { status: 404, title: 'No such program', retry: false },
  CASE_NOT_FOUND: { status: 404, title: 'No such case', retry: false },
  DECISION_NOT_FOUND: { status: 404, title: 'No such decision', retry: false },
  PAYOUT_NOT_FOUND: { status: 404, title: 'No such payout', retry: false },
  WALLET_NOT_FOUND: { status: 404, title: 'No such wallet', retry: false },
  POLICY_VERSION_NOT_FOUND: { status: 404, title: 'No such policy version', retry: false },
  USER_NOT_FOUND: { status: 404, title: 'No such user', retry: false },
  API_KEY_NOT_FOUND: { status: 404, title: 'No such API key', retry: false },
  EMAIL_TAKEN: { status: 409, title: 'A user with this e-mail exists', retry: false },
  LAST_ADMIN: { status: 409, title: 'Somebody has to stay admin', retry: false },
  CHANGED_MEANWHILE: { status: 409, title: 'Somebody changed it meanwhile', retry: false },
  POLICY_NOT_FOUND: { status: 404, title: 'No such policy', retry: false },
  STALE_SAVE: { status: 409, title: 'Somebody saved before you', retry: false },
  MERGE_CLASH: { status: 409, title: 'Both sides changed the same', retry: false },
  WRONG_STATE: { status: 409, title: 'Its state does not allow this', retry: false },
  GATE_CLOSED: { status: 409, title: 'The tests are not settled yet', retry: false },
  STALE_APPROVAL: { status: 409, title: 'What was read is not what stands now', retry: false },
  FOUR_EYES: { status: 403, title: 'Somebody else has to do this', retry: false },
  NEVER_LIVE: { status: 409, title: 'This version was never live', retry: false },
  BAD_INSTANT: { status: 422, title: 'This instant cannot be chosen', retry: false },
  CASE_NOT_WAITING: { status: 409, title: 'This case does not wait for the customer', retry: false },
  FILTER_TOO_WIDE: { status: 400, title: 'This filter would look through too much', retry: false },
  RANGE_TOO_DEEP: { status: 400, title: 'This range is beyond the first 10,000 rows', retry: false },
  POLICY_INVALID: { status: 422, title: 'The policy does not pass the checks', retry: false },
  RATE_LIMITED: { status: 429, title: 'Too many requests', retry: true },
  CONFLICT: { status: 503, title: 'Too much is happening to this customer at once', retry: true },
  STORE_UNAVAILABLE: { status: 503, title: 'The database cannot be reached', retry: true },
  QUEUE_UNAVAILABLE: { status: 503, title: 'The queue cannot be reached', retry: true },
  CALENDAR_MISSING: { status: 500, title: 'A calendar that a record names is missing', retry: false },
  INTERNAL: { status: 500, title: 'Something is broken here', retry: false },
} as const satisfies Record<string, ErrorKind>;

/** One of the codes of {@link ERROR_REGISTRY}. */
export type ErrorCode = keyof typeof ERROR_REGISTRY;

/** Where in a request something is wrong: a JSON pointer, a machine-readable code, a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** An expected failure with a code of the registry. `detail` says what to do; it never holds personal data. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;
  /** Further members of the problem, such as both sides of a merge. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: Code,
    detail: string,
    options: {
      readonly errors?: readonly FieldError[];
      readonly retryAfterSeconds?: number;
      readonly members?: Readonly<Record<string, unknown>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.members = options.members ?? {};
  }
}
