import { FLOOR_POLICY } from '../policies/policy-version.ts';
import { ALL_PROGRAMS } from './role.ts';
import type { Grant } from './role.ts';

/**
 * Whether somebody's admin rights reach over all of these grants: nobody manages rights where they have none. A legal
 * owner of any program owns the statutory floor of all of them, so that grant needs the floor to be the admin's own.
 */
export function coversGrants(admin: readonly Grant[], grants: readonly Grant[]): boolean {
  const reach = new Set(admin.filter(({ role }) => role === 'admin').flatMap(({ programs }) => programs));
  return (
    reach.has(ALL_PROGRAMS) ||
    (reach.size > 0 && grants.every((grant) => listReached(grant).every((program) => reach.has(program))))
  );
}

function listReached({ role, programs }: Grant): readonly string[] {
  return role === 'legal_owner' ? [...programs, FLOOR_POLICY] : programs;
}

/** Whether these grants make somebody an admin of everything. */
export function isFullAdmin(grants: readonly Grant[]): boolean {
  return grants.some(({ role, programs }) => role === 'admin' && programs.includes(ALL_PROGRAMS));
}

/** Grants as one line for people: `policy_owner anumi, reviewer *`. */
export function wordGrants(grants: readonly Grant[]): string {
  return grants.map(({ role, programs }) => `${role} ${programs.join(' ')}`).join(', ');
}
