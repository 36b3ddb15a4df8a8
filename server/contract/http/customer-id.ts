import type { CustomerKey } from '../../core/customers/customer-file.ts';

/** The program's own id of a customer: what follows the first slash of its key. */
export function customerIdOf(key: CustomerKey): string {
  return key.slice(key.indexOf('/') + 1);
}
