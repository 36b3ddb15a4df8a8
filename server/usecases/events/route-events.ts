import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { customerKeyOf } from '../../core/customers/working-file.ts';
import { listNamedThings, type CoreEvent } from '../../core/events/domain-event.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';

/** Whose each event is: by the customer it names, by an earlier event of the same request, or by the thing it needs. Undefined where nobody is known yet. */
export async function routeEvents(
  files: Pick<CustomerFiles, 'findOwners'>,
  events: readonly CoreEvent[],
): Promise<(CustomerKey | undefined)[]> {
  const named = events.map(listNamedThings);
  const owners = new Map<string, CustomerKey>();
  named.forEach((names, index) => {
    const program = events[index]?.program;
    if (names.customerId === undefined || program === undefined) return;
    // The first that names a thing is applied first, and makes it its customer's.
    for (const thing of names.things)
      if (!owners.has(thing)) owners.set(thing, customerKeyOf(program, names.customerId));
  });
  // The store's word counts before that of an event in the same request, which may yet be refused.
  const needed = named.flatMap((names) => (names.customerId === undefined ? names.needs.slice(0, 1) : []));
  const stored = needed.length === 0 ? new Map<string, CustomerKey>() : await files.findOwners([...new Set(needed)]);
  return named.map((names, index) => {
    const program = events[index]?.program;
    if (names.customerId !== undefined && program !== undefined) return customerKeyOf(program, names.customerId);
    const thing = names.needs[0];
    return thing === undefined ? undefined : (stored.get(thing) ?? owners.get(thing));
  });
}
