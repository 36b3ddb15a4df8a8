import { presentAuditEvent } from '../../contract/http/audit-event-view.ts';
import type { AuditEventView } from '../../contract/http/audit-event-view.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import { POLICY_SUBJECT_TYPES } from '../../core/audit/subject-types.ts';
import type { ApiKeys } from '../../ports/api-keys.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Page, Paged } from '../../ports/paging.ts';
import type { Users } from '../../ports/users.ts';

/** What the reading of the audit needs. */
export interface AuditReadDeps {
  readonly auditTrail: AuditTrail;
  readonly users: Pick<Users, 'findMany'>;
  readonly apiKeys: Pick<ApiKeys, 'list'>;
}

/**
 * Audit events with the names that their actors have today. `wholeIn`: the programs whose whole audit may be read, null
 * for all; of any other, and of what belongs to none, only what is about policies is listed.
 */
export async function listAuditEvents(
  deps: AuditReadDeps,
  page: Page,
  wholeIn: readonly string[] | null,
): Promise<Paged<AuditEventView>> {
  const filter = wholeIn?.length === 0 ? narrowToPolicies(page.filter) : page.filter;
  if (filter === null) return { items: [], total: 0 };
  const sight =
    wholeIn === null || wholeIn.length === 0 ? [] : [{ programs: wholeIn, subjectTypes: POLICY_SUBJECT_TYPES }];
  const { items, total } = await deps.auditTrail.list({ ...page, filter }, ...sight);
  const names = await nameActors(deps, items);
  return { items: items.map((event) => presentAuditEvent(event, names)), total };
}

function narrowToPolicies(filter: Page['filter']): Page['filter'] | null {
  const asked = filter['subjectType'];
  const kept = POLICY_SUBJECT_TYPES.filter((type) => asked === undefined || [asked].flat().includes(type));
  return kept.length === 0 ? null : { ...filter, subjectType: kept };
}

async function nameActors(
  { users, apiKeys }: AuditReadDeps,
  events: readonly AuditEvent[],
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(events.filter(({ actor }) => actor.startsWith('user/')).map(({ actor }) => actor.slice('user/'.length))),
  ];
  const people = ids.length === 0 ? [] : await users.findMany(ids);
  const keys = events.some(({ actor }) => actor.startsWith('key/')) ? await apiKeys.list() : [];
  return new Map([
    ...people.map(({ id, name }) => [`user/${id}`, name] as const),
    ...keys.map(({ id, name }) => [`key/${id}`, name] as const),
  ]);
}
