import { AppError } from '../../contract/error-registry.ts';
import type { ErrorCode } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { KeyVerb } from '../../ports/api-keys.ts';

/** Who asks, and for what may be answered: the programs (null: all) are those in which this very request is allowed. */
export interface Caller {
  readonly actor: RequestActor;
  readonly programs: ReadonlySet<string> | null;
  /** Whether this request may touch a program; narrower than `programs` where all but one are allowed. */
  readonly reaches: (program: string) => boolean;
  /** Whether this caller may read who the customers of a program are. */
  readonly knowsCustomers: (program: string) => boolean;
  /** What a key may do; empty for a person. */
  readonly verbs: ReadonlySet<KeyVerb>;
  /** Whether each read of a decision or a customer is noted in the audit. */
  readonly isWatched: boolean;
}

/** Whether the caller may touch a program. */
export function maySee(caller: Caller, program: string): boolean {
  return caller.reaches(program);
}

/** Throws FORBIDDEN where the key may not do this anywhere. `pointer` names the field that needed the verb. */
export function requireVerb(caller: Pick<Caller, 'verbs'>, verb: KeyVerb, pointer?: string): void {
  if (caller.verbs.has(verb)) return;
  throw new AppError('FORBIDDEN', `This key lacks the verb ${verb}.`, {
    errors: pointer === undefined ? [] : [{ pointer, code: 'forbidden', message: `needs the verb ${verb}` }],
  });
}

/** Throws FORBIDDEN where a request names a program that is not the caller's; whether it exists is not told. */
export function requireProgram(caller: Caller, program: string): void {
  if (maySee(caller, program)) return;
  throw new AppError(
    'FORBIDDEN',
    `This ${caller.actor.kind === 'key' ? 'key' : 'user'} is not for the program that the request names.`,
  );
}

/** Throws `code` where something belongs to a program that is not the caller's: as if it were not there. */
export function hideOthers(caller: Caller, program: string, code: ErrorCode): void {
  hideUnless(maySee(caller, program), code);
}

/** Likewise, where something else than the request's own right decides whether it may be seen. */
export function hideUnless(isSeen: boolean, code: ErrorCode): void {
  if (!isSeen) throw absent(code, HIDDEN);
}

/** Marks an error that hides what is there, so that the attempt can be audited; it never leaves the process. */
const HIDDEN = Symbol('belongs to a program that the caller may not see');

/** What is said of a thing that does not exist, and, word for word, of one that the caller may not see. */
export function absent(code: ErrorCode, cause?: unknown): AppError {
  return new AppError(code, 'Check the id, and that you may see its program.', cause === undefined ? {} : { cause });
}

/** Whether an error says that something is absent which in truth is another program's. */
export function hidesOthers(error: AppError): boolean {
  return error.cause === HIDDEN;
}

/** A list's filter, narrowed to the caller's programs. A program that is not the caller's matches nothing: null. */
export function narrowFilter(
  caller: Caller,
  filter: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  if (caller.programs === null) return filter;
  const asked = filter['program'];
  const wanted =
    asked === undefined ? [...caller.programs] : [asked].flat().filter((program) => maySee(caller, String(program)));
  return wanted.length === 0 ? null : { ...filter, program: wanted };
}
