import { AppError } from '../../contract/error-registry.ts';
import { can } from '../../core/access/can.ts';
import type { ReadNote } from '../define-endpoint.ts';
import type { UseCases } from '../use-cases.ts';
import { absent, hideUnless } from './caller.ts';
import type { Caller } from './caller.ts';

/** What a trial of a draft may be about, as far as it belongs to a program. */
interface Tried {
  readonly caseId?: string;
  readonly record?: { readonly program: string };
  readonly situation?: { readonly program?: string | undefined };
}

/**
 * Who may try a draft of the statutory floor may not look into every program by it: a case, a record or a situation
 * needs the right to evaluate cases of its program. Another program's case is as if it were not there. Throws
 * CASE_NOT_FOUND, FORBIDDEN.
 */
export async function demandTriedProgram(
  caller: Caller,
  useCases: Pick<UseCases, 'getCase'>,
  tried: Tried,
): Promise<void> {
  const may = (program: string): boolean => can(caller.actor, 'evaluate', 'case', program);
  const named = tried.record?.program ?? tried.situation?.program;
  if (named !== undefined && !may(named)) {
    throw new AppError('FORBIDDEN', 'Your roles do not allow to evaluate cases of the program that the request names.');
  }
  if (tried.caseId !== undefined) hideUnless(may(await programOfCase(useCases, tried.caseId)), 'CASE_NOT_FOUND');
}

async function programOfCase(useCases: Pick<UseCases, 'getCase'>, caseId: string): Promise<string> {
  try {
    return (await useCases.getCase(caseId)).program;
  } catch (error) {
    throw error instanceof AppError && error.code === 'CASE_NOT_FOUND' ? absent('CASE_NOT_FOUND') : error;
  }
}

/** What is noted of a trial on a real case; null where it was on none. */
export function noteTriedCase({ caseId }: Tried, program: string | undefined): ReadNote | null {
  if (caseId === undefined) return null;
  return { type: 'case', id: caseId, ...(program === undefined ? {} : { program }), detail: { part: 'trial' } };
}
