import type { Grant, Role } from '../../server/core/access/role.ts';
import type { Actor } from '../../server/http/use-cases.ts';

/** Somebody of a role, for all programs unless some are named. */
export function person(id: string, role: Role, programs: readonly string[] = ['*']): Actor {
  const grants: Grant[] = [{ role, programs }];
  return { kind: 'user', id, name: id, grants, verbs: [], ip: '127.0.0.1', requestId: `request-of-${id}` };
}

export const OWNER = person('owner', 'policy_owner');
export const OTHER_OWNER = person('other-owner', 'policy_owner');
export const APPROVER = person('approver', 'policy_approver');
export const LEGAL = person('legal', 'legal_owner');
export const ADMIN = person('admin', 'admin');
