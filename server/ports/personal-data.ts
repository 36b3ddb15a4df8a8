import type { CustomerKey } from '../core/customers/customer-file.ts';

/** Whose key encrypts a row: a customer, or, while nobody is known, the event itself. */
export type PersonalOwner = CustomerKey | `event:${string}`;

/** Personal data on its way into the vault: `content` is JSON-safe and is encrypted under the owner's own key before it is stored. */
export interface PersonalRow {
  readonly id: string;
  readonly owner: PersonalOwner;
  readonly kind: 'profile' | 'claim_words' | 'raw_event' | 'provider_answer' | 'order_payer';
  readonly content: unknown;
  readonly at: number;
}

/** The only place with personal data. Erasure deletes an owner's key and rows. */
export interface PersonalData {
  /** Decrypted contents by id; a missing or erased row is absent from the map. */
  read(ids: readonly string[]): Promise<Map<string, unknown>>;
  listByOwner(owner: PersonalOwner): Promise<{ id: string; kind: PersonalRow['kind']; at: number; content: unknown }[]>;
  append(rows: readonly PersonalRow[]): Promise<void>;
  /** Deletes the key first, then the rows. Idempotent. */
  erase(owner: PersonalOwner): Promise<{ rows: number }>;
  remove(ids: readonly string[]): Promise<void>;
}
