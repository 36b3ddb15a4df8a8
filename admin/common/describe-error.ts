import { OfflineError, ProblemError } from '../api/problem-error.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** An error in words: what is so, and what to do. */
export interface ErrorWords {
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
  /** The state of a whole screen that this error stands for. */
  readonly kind: 'error' | 'forbidden' | 'not_found' | 'offline';
}

/** Puts an error of the API into the reader’s language; what the catalogue does not know keeps the server’s words. */
export function describeError(error: unknown, t: Translate): ErrorWords {
  if (error instanceof OfflineError)
    return { title: t('problem.offline'), detail: t('problem.offlineDetail'), requestId: null, kind: 'offline' };
  if (!(error instanceof ProblemError)) {
    return {
      title: t('problem.unexpected'),
      detail: error instanceof Error ? error.message : '',
      requestId: null,
      kind: 'error',
    };
  }
  const kind = error.status === 403 ? 'forbidden' : error.status === 404 ? 'not_found' : 'error';
  return {
    title: t(`problem.${error.code}`, { _: error.title }),
    // Of a thing of another program it is said that it is not there, to people and machines in their own words.
    detail:
      kind === 'not_found'
        ? t('problem.goneDetail')
        : [error.detail, ...error.faults.map(({ path, message }) => `${path}: ${message}`)].join(' '),
    requestId: error.requestId,
    kind,
  };
}
