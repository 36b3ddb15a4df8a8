import type { PolicyVersionRow } from '../../contract/http/policy-version-view.ts';
import type { Page, Paged } from '../../ports/paging.ts';
import type { DraftDeps } from './draft-deps.ts';
import { describePublished } from './find-document.ts';
import { listActors, namePeople } from './name-people.ts';
import { presentVersionRow } from './present-version.ts';

/** Versions and drafts of the policies in both `page.filter.policy` and `.program`, newest change first unless sorted otherwise; also filtered by status, author and id. */
export async function listPolicyVersions(deps: DraftDeps, page: Page): Promise<Paged<PolicyVersionRow>> {
  const all = await deps.policies.listPolicies();
  const policies = all.filter(
    (policy) => isNamed(page.filter['policy'], policy) && isNamed(page.filter['program'], policy),
  );
  const rows = (await Promise.all(policies.map((policy) => listRows(deps, policy)))).flat();
  const kept = rows.filter((row) => fits(row, page.filter)).toSorted((a, b) => compare(a, b, page.sort));
  return { items: kept.slice(page.from, page.to + 1), total: kept.length };
}

/** Every version and draft of one policy, newest change first. Contents are not read: versions are known to the catalogue. */
export async function listRows(deps: DraftDeps, policy: string): Promise<PolicyVersionRow[]> {
  const now = deps.clock.now();
  const [drafts, loaded] = await Promise.all([
    deps.drafts.list({ policies: [policy] }),
    deps.catalogue.loadActivations([policy]),
  ]);
  const activations = loaded.byPolicy.get(policy) ?? [];
  const live = (await deps.catalogue.findInForce(loaded, policy, now))?.version ?? null;
  const drafted = new Set(drafts.map((one) => one.approval?.number));
  const numbers = [...new Set(activations.map((one) => one.number))];
  const published = await Promise.all(
    numbers.filter((number) => !drafted.has(number)).map((number) => deps.catalogue.find(policy, number)),
  );
  const documents = [
    ...drafts,
    ...published.flatMap((one) => (one === null ? [] : [describePublished(one.version, activations)])),
  ];
  const nameOf = await namePeople(deps, documents.flatMap(listActors));
  const scene = {
    activations,
    now,
    live,
    name: live?.content.name ?? policy,
    nextNumber: numbers.reduce((most, number) => Math.max(most, number), 0) + 1,
  };
  return documents
    .map((one) => presentVersionRow(one, scene, nameOf))
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));
}

function isNamed(asked: unknown, policy: string): boolean {
  return asked === undefined || [asked].flat().includes(policy);
}

function fits(row: PolicyVersionRow, filter: Page['filter']): boolean {
  const wanted = (name: string): unknown[] | null => (filter[name] === undefined ? null : [filter[name]].flat());
  const [statuses, authors, ids] = [wanted('status'), wanted('author'), wanted('id')];
  if (statuses !== null && !statuses.includes(row.status)) return false;
  if (ids !== null && !ids.includes(row.id)) return false;
  return (
    authors === null ||
    row.authors.some((one) => authors.includes(one.id) || authors.includes(one.id.replace(/^user\//u, '')))
  );
}

function compare(a: PolicyVersionRow, b: PolicyVersionRow, [field, order]: Page['sort']): number {
  const read = (row: PolicyVersionRow): string | number =>
    field === 'number'
      ? (row.number ?? Number.MAX_SAFE_INTEGER)
      : field === 'policy'
        ? row.policy
        : field === 'id'
          ? row.id
          : row.changedAt;
  const [one, other] = [read(a), read(b)];
  const way = one < other ? -1 : one > other ? 1 : 0;
  return order === 'ASC' ? way : -way;
}
