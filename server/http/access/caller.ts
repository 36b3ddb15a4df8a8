import { AppError } from '../../contract/error-registry.ts';
import type { ErrorCode } from '../../contract/error-registry.ts';
import type { ApiKey, KeyVerb } from '../../ports/api-keys.ts';

/** Who asks: a key, the programs it may touch (null: all of them) and what it may do there. */
export interface Caller {
  readonly keyId: string;
  readonly programs: ReadonlySet<string> | null;
  readonly verbs: ReadonlySet<KeyVerb>;
}

/** A caller of a key. */
export function callerOf(key: ApiKey): Caller {
  return {
    keyId: key.id,
    programs: key.programs.includes('*') ? null : new Set(key.programs),
    verbs: new Set(key.verbs),
  };
}

/** Whether the caller may touch a program. */
export function maySee(caller: Caller, program: string): boolean {
  return caller.programs === null || caller.programs.has(program);
}

/** Throws FORBIDDEN where the caller may not do this anywhere. `pointer` names the field that needed the verb. */
export function requireVerb(caller: Caller, verb: KeyVerb, pointer?: string): void {
  if (caller.verbs.has(verb)) return;
  throw new AppError('FORBIDDEN', `This key lacks the verb ${verb}.`, {
    errors: pointer === undefined ? [] : [{ pointer, code: 'forbidden', message: `needs the verb ${verb}` }],
  });
}

/** Throws FORBIDDEN where a request names a program that is not the key's; whether it exists is not told. */
export function requireProgram(caller: Caller, program: string): void {
  if (!maySee(caller, program))
    throw new AppError('FORBIDDEN', 'This key is not for the program that the request names.');
}

/** Throws `code` where something belongs to a program that is not the key's: as if it were not there. */
export function hideOthers(caller: Caller, program: string, code: ErrorCode): void {
  if (!maySee(caller, program)) throw absent(code);
}

/** What is said of a thing that does not exist, and, word for word, of one that the key may not see. */
export function absent(code: ErrorCode): AppError {
  return new AppError(code, 'Check the id, and that the key is for its program.');
}

/** A list's filter, narrowed to the key's programs. A program that is not the key's matches nothing: null. */
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
