import type { CanonicalDocument } from '../../core/audit/canonical-document.ts';
import type { Case } from '../../core/cases/case.ts';
import type { Customer, Generation, Lot, Order, Wallet } from '../../core/customers/customer-file.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { ApiKey } from '../../ports/api-keys.ts';
import type { Incident } from '../../ports/incidents.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { PendingEvent } from '../../ports/pending-events.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { SandboxRefund } from '../../ports/sandbox-book.ts';
import type { User } from '../../ports/users.ts';
import type { EffectKey, EventReceipt, IdempotencyRecord } from '../../ports/unit-of-work.ts';
import type { DraftRevisionRow, DraftRow } from './draft-row.ts';
import type { IdRow, KeyRow } from './keyed-row.ts';
import type { ActivationRow, AuditRow, CalendarRow, DecisionRow, EntryRow, VersionRow } from './sealed-row.ts';

/** A message with its state: due again at `dueAt`, or given up. `lease` names the pass that took it last, `triedAt` is the last try that was counted. */
export type OutboxRow = IdRow<OutboxMessage> & {
  readonly state: 'open' | 'dead';
  readonly dueAt: number;
  readonly attempts: number;
  readonly lease?: string;
  readonly triedAt?: number;
  readonly letter?: { readonly code: string; readonly detail: string; readonly at: number };
};

/** `_id` is scope, newline, key. `expiresOn` is a Date because only dates expire by themselves. */
export type IdempotencyRow = Omit<IdempotencyRecord, 'scope' | 'key'> & {
  readonly _id: string;
  readonly expiresOn: Date;
};

/** Personal data, encrypted. */
export type PersonalDataRow = Omit<IdRow<PersonalRow>, 'content'> & { readonly sealed: Uint8Array };

/** An owner's data key, wrapped. */
export interface PersonalKeyRow {
  readonly _id: string;
  readonly key: Uint8Array;
  readonly createdAt: number;
}

/** A migration that was carried out. */
interface MigrationRow {
  readonly _id: string;
  readonly appliedAt: number;
}

/** A person. `timesInCharge` counts how often they were who stayed admin while another ceased to be: that was written to them. */
export type UserRow = IdRow<User> & { readonly timesInCharge?: number };

/** `email/<address in lower case>` or `link/<issuer>#<subject>`: a name that signs in one user only. */
interface SignInNameRow {
  readonly _id: string;
  readonly userId: string;
}

/** Failures under a keyed hash. `expiresOn` is a Date because only dates expire by themselves. */
export interface SignInAttemptRow {
  readonly _id: string;
  readonly failures: number;
  readonly lockedUntil?: number;
  readonly expiresOn: Date;
}

/** A session as the session middleware keeps it. */
interface SessionRow {
  readonly _id: string;
  readonly expires: Date;
  readonly session: string;
}

/** What each collection holds. */
export interface Rows {
  customers: KeyRow<Customer>;
  orders: KeyRow<Order>;
  wallets: KeyRow<Wallet>;
  lots: KeyRow<Lot>;
  generations: KeyRow<Generation>;
  incidents: KeyRow<Incident>;
  cases: IdRow<Case>;
  decisions: DecisionRow;
  ledgerEntries: EntryRow;
  effects: KeyRow<EffectKey>;
  payouts: IdRow<Payout>;
  outbox: OutboxRow;
  idempotency: IdempotencyRow;
  receivedEvents: KeyRow<EventReceipt>;
  pendingEvents: IdRow<PendingEvent>;
  personal: PersonalDataRow;
  personalKeys: PersonalKeyRow;
  policyVersions: VersionRow;
  activations: ActivationRow;
  calendars: CalendarRow;
  auditEvents: AuditRow;
  journals: CanonicalDocument;
  apiKeys: IdRow<ApiKey>;
  users: UserRow;
  signInNames: SignInNameRow;
  signInAttempts: SignInAttemptRow;
  sessions: SessionRow;
  sandboxRefunds: KeyRow<SandboxRefund>;
  policyDrafts: DraftRow;
  policyDraftRevisions: DraftRevisionRow;
  migrations: MigrationRow;
}
