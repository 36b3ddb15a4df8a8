import type { Grant, Role } from '../../server/core/access/role.ts';
import type { User } from '../../server/ports/users.ts';

/** A user as stored. */
export function buildUser(change: Partial<User> = {}): User {
  return {
    id: 'user-1',
    email: 'ada@example.com',
    name: 'Ada',
    grants: [],
    status: 'active',
    locale: 'en',
    theme: 'system',
    zone: 'UTC',
    shortcuts: true,
    mustChangePassword: false,
    sessionEpoch: 0,
    revision: 0,
    createdAt: 0,
    demo: false,
    ...change,
  };
}

/** One role in some programs. */
export function grant(role: Role, ...programs: string[]): Grant {
  return { role, programs: programs.length === 0 ? ['*'] : programs };
}
