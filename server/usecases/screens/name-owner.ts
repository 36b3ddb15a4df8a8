import type { Page } from '../../ports/paging.ts';
import type { Policies } from '../../ports/policies.ts';
import { listPrograms } from '../policies/list-programs.ts';

/** What belongs to a customer is found by program and customer together, by which it is indexed. */
export async function nameOwner(page: Page, policies: Pick<Policies, 'listPolicies'>): Promise<Page> {
  const { customerId, ...filter } = page.filter;
  if (customerId === undefined) return page;
  const asked = filter['program'];
  const programs = asked === undefined ? await listPrograms(policies) : [asked].flat().map(String);
  const keys = [customerId].flat().flatMap((id) => programs.map((program) => `${program}/${String(id)}`));
  return { ...page, filter: { ...filter, customerKey: keys } };
}
