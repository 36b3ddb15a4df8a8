/** What stands where a customer would. */
export const MASK = '••••';

/**
 * A reply without what tells who a customer is: their id, what was written to them, and facts about them in a trace.
 * `knows` says whether the caller may read customers of a program; a part that names its program goes by that, others
 * by what holds them.
 */
export function maskCustomers<T>(reply: T, knows: (program: string) => boolean, knowsHere: boolean): T {
  return mask(reply, knows, knowsHere) as T;
}

function mask(value: unknown, knows: (program: string) => boolean, outer: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => mask(item, knows, outer));
  if (typeof value !== 'object' || value === null) return value;
  const { program, fact } = value as { readonly program?: unknown; readonly fact?: unknown };
  const known = typeof program === 'string' ? knows(program) : outer;
  if (known) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, maskField(name, part, fact, knows)]);
  return Object.fromEntries(entries) as unknown;
}

function maskField(name: string, part: unknown, fact: unknown, knows: (program: string) => boolean): unknown {
  if (name === 'customerId' && typeof part === 'string') return MASK;
  if (name === 'message' && typeof part === 'object' && part !== null && 'customer' in part)
    return { ...part, customer: MASK };
  const aboutCustomer = typeof fact === 'string' && fact.startsWith('customer.');
  if (aboutCustomer && (name === 'actual' || name === 'margin')) return null;
  if (aboutCustomer && name === 'sentence') return { en: MASK, zh: MASK };
  return mask(part, knows, false);
}
