import type { CustomerKey } from '../core/customers/customer-file.ts';
import type { Page, Paged } from './paging.ts';
import type { PersonalRow } from './personal-data.ts';

/** An event that could not be applied. Its body is in `personal` under `personalId`; nothing of it is kept here. */
export interface PendingEvent {
  /** `<program>/<source>/<event id>` for a waiting one; a rejected one adds `#<n>` since it does not consume its identity. */
  readonly id: string;
  readonly program: string;
  readonly eventKey: string;
  readonly type: string;
  readonly digest: string;
  /** `waiting` for what it names; `rejected`, its identity not consumed; `attention`: applied, and a person should look. */
  readonly status: 'waiting' | 'rejected' | 'attention';
  readonly code: string;
  readonly message: string;
  /** What it waits for, e.g. `generation/<program>/<id>`, `wallet/<program>/<id>`; a rejected one may wait too (credits). */
  readonly waitsFor: readonly string[];
  readonly customerKey?: CustomerKey;
  readonly personalId: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** How often it was kept, and looked at again since. */
  readonly attempts: number;
  /** When the sweep looks at it again, epoch ms; absent where nothing but a person, or the arrival of what it waits for, can move it on. */
  readonly dueAt?: number;
}

/** Events kept until what they need arrives, or until a person looks. */
export interface PendingEvents {
  /** Saves outside a unit (an event that names nobody known). A waiting event already there is left as it is. */
  save(events: readonly PendingEvent[], personal: readonly PersonalRow[]): Promise<void>;
  findWaitingFor(keys: readonly string[]): Promise<PendingEvent[]>;
  /** Up to `limit` events whose `dueAt` has come, those first that have been due longest. */
  listDue(now: number, limit: number): Promise<PendingEvent[]>;
  /** Notes that these were looked at once more, and when to look again. */
  putOff(ids: readonly string[], dueAt: number): Promise<void>;
  find(id: string): Promise<PendingEvent | null>;
  remove(ids: readonly string[]): Promise<void>;
  list(page: Page): Promise<Paged<PendingEvent>>;
}
