import { ALL_PROGRAMS, type Grant } from '../../core/access/role.ts';
import type { Caller } from './caller.ts';

/**
 * A program in which a caller may look after somebody of these grants: whoever has rights everywhere concerns them in
 * any of theirs. One that the caller does not reach where there is none.
 */
export function programOfUser(caller: Pick<Caller, 'programs' | 'reaches'>, grants: readonly Grant[]): string {
  const named = grants.flatMap(({ programs }) => programs);
  const own = named.includes(ALL_PROGRAMS) ? [...(caller.programs ?? [])] : named;
  return own.find(caller.reaches) ?? ALL_PROGRAMS;
}
