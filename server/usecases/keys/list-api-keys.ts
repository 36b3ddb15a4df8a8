import type { ApiKey, ApiKeys } from '../../ports/api-keys.ts';
import type { Page, Paged } from '../../ports/paging.ts';

/** Keys, newest first unless asked otherwise. There are few of them: they are read whole. `filter` knows id, program and state (`in_force`, `revoked`). */
export async function listApiKeys(
  apiKeys: Pick<ApiKeys, 'list'>,
  { from, to, sort, filter }: Page,
): Promise<Paged<ApiKey>> {
  const matching = (await apiKeys.list()).filter((key) => matches(key, filter));
  const [field, order] = sort;
  const direction = order === 'ASC' ? 1 : -1;
  const sorted = matching.toSorted((a, b) => direction * compare(field === 'name' ? [a.name, b.name] : [a.id, b.id]));
  return { items: sorted.slice(from, to + 1), total: matching.length };
}

function matches(key: ApiKey, filter: Page['filter']): boolean {
  const { id, program, state } = filter;
  const isOf = (one: unknown): boolean => key.programs.includes('*') || key.programs.includes(String(one));
  if (id !== undefined && ![id].flat().includes(key.id)) return false;
  if (program !== undefined && ![program].flat().some(isOf)) return false;
  return state === undefined || [state].flat().includes(key.revokedAt === undefined ? 'in_force' : 'revoked');
}

function compare([a, b]: readonly [string, string]): number {
  return a < b ? -1 : Number(a > b);
}
