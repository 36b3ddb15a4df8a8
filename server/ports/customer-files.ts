import type { CustomerFile, CustomerKey } from '../core/customers/customer-file.ts';
import type { Case } from '../core/cases/case.ts';

export const FILE_PARTS = ['wallets', 'lots', 'orders'] as const;
/** Parts of a file beside the customer and the generations that are named. */
export type FileParts = (typeof FILE_PARTS)[number];

/** Loads everything that facts read about customers. */
export interface CustomerFiles {
  /** Owner of each thing (`order/<program>/<id>`, `wallet/…`, `generation/…`, `lot/…`); an unknown one is absent. Read from the things themselves: their `_id` is `<program>/<id>`. */
  findOwners(keys: readonly string[]): Promise<Map<string, CustomerKey>>;
  /**
   * Files by customer key, customers' revisions read first, then the rest, all in bulk. A customer that does not exist is absent.
   * `generationKeys` (`<program>/<id>`) names the generations to load; `parts` what else, all where left out. A part that is not loaded is empty.
   */
  load(
    customerKeys: readonly CustomerKey[],
    generationKeys: readonly string[],
    parts?: readonly FileParts[],
  ): Promise<Map<CustomerKey, CustomerFile>>;
  /** Ids of up to `limit` of the customer's cases whose claim holds a keyed hash of its sender. */
  listCasesWithSender(customerKey: CustomerKey, limit: number): Promise<string[]>;
  /** Cases by id, current as of the read. */
  loadCases(ids: readonly string[]): Promise<Map<string, Case>>;
}
