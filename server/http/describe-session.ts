import { AppError } from '../contract/error-registry.ts';
import type { SessionControl, SessionFacts } from './access/session-control.ts';

/** What is told of a session that is there. Throws UNAUTHENTICATED where it is not. */
export function describeSession(session: SessionControl): SessionFacts {
  const described = session.describe();
  if (described === null) throw new AppError('UNAUTHENTICATED', 'Sign in.');
  return described;
}
