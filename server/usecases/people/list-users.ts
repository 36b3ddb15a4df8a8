import { ALL_PROGRAMS } from '../../core/access/role.ts';
import type { Page, Paged } from '../../ports/paging.ts';
import type { User, Users } from '../../ports/users.ts';

/** One page of those who have rights in some of these programs, or in all; null: everybody. */
export async function listUsers(
  users: Pick<Users, 'list'>,
  page: Page,
  within: ReadonlySet<string> | null,
): Promise<Paged<User>> {
  if (within === null) return users.list(page);
  return users.list({ ...page, filter: { ...page.filter, grantedIn: [...within, ALL_PROGRAMS] } });
}
