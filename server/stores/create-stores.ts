import type { ApiKeys } from '../ports/api-keys.ts';
import type { AuditTrail } from '../ports/audit-trail.ts';
import type { CustomerFiles } from '../ports/customer-files.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Incidents } from '../ports/incidents.ts';
import type { LedgerAudits } from '../ports/ledger-audit.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { PendingEvents } from '../ports/pending-events.ts';
import type { PersonalData } from '../ports/personal-data.ts';
import type { CalendarStore } from '../ports/platform.ts';
import type { Policies } from '../ports/policies.ts';
import type { Reads } from '../ports/reads.ts';
import type { SandboxBook } from '../ports/sandbox-book.ts';
import type { Screens } from '../ports/screens.ts';
import type { SignInAttempts } from '../ports/sign-in-attempts.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Users } from '../ports/users.ts';
import type { VaultCipher } from '../ports/vault-cipher.ts';
import { openDatabase } from './database.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { listMissingMigrations } from './migrate.ts';
import { createApiKeys } from './mongo-api-keys.ts';
import { createCalendarStore } from './mongo-calendars.ts';
import { createCustomerFiles } from './mongo-customer-files.ts';
import { createDrafts } from './mongo-drafts.ts';
import { createIncidents } from './mongo-incidents.ts';
import { createOutbox } from './mongo-outbox.ts';
import { createPayouts } from './mongo-payouts.ts';
import { createPendingEvents } from './mongo-pending-events.ts';
import { createPersonalData } from './mongo-personal-data.ts';
import { createPolicies } from './mongo-policies.ts';
import { createSandboxBook } from './mongo-sandbox-book.ts';
import { createSignInAttempts } from './mongo-sign-in-attempts.ts';
import { createUsers } from './mongo-users.ts';
import { createLedgerAudits } from './reads/mongo-ledger-audit.ts';
import { createAuditTrail } from './reads/mongo-audit-trail.ts';
import { createReads } from './reads/mongo-reads.ts';
import { createScreens } from './reads/mongo-screens.ts';
import { createSessionStore } from './session-store.ts';
import type { SessionStore } from './session-store.ts';
import { withStoreErrors } from './store-error.ts';
import { createUnitOfWork } from './units/mongo-unit-of-work.ts';

/** How to reach the database, what time it is there, and how personal data is encrypted. */
export interface StoreOptions extends DatabaseOptions {
  readonly cipher: VaultCipher;
  /** The primary's clock, epoch ms; first asked for once the stores are there. */
  readonly now: () => number;
}

/** Everything that the use cases need from MongoDB. Every method throws STORE_UNAVAILABLE while it is away. */
export interface Stores {
  readonly units: UnitOfWork;
  readonly files: CustomerFiles;
  readonly reads: Reads;
  readonly outbox: Outbox;
  readonly pending: PendingEvents;
  readonly personal: PersonalData;
  readonly policies: Policies;
  readonly drafts: Drafts;
  readonly incidents: Incidents;
  readonly payouts: Payouts;
  readonly calendars: CalendarStore;
  readonly apiKeys: ApiKeys;
  readonly users: Users;
  readonly attempts: SignInAttempts;
  readonly auditTrail: AuditTrail;
  readonly screens: Screens;
  readonly sessions: SessionStore;
  readonly sandbox: SandboxBook;
  readonly audits: LedgerAudits;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

/** What readiness asks. */
interface StoreHealth {
  /** Asks the primary for its clock, epoch ms; also the cheapest proof that it is there. */
  readPrimaryClock(): Promise<number>;
  /** Whether the database has every migration of this code. Throws STORE_UNAVAILABLE where it cannot be asked. */
  isMigrated(): Promise<boolean>;
}

/** Connects, and puts MongoDB behind the ports. Throws STORE_UNAVAILABLE where no primary answers; later outages are survived. */
export async function createStores(options: StoreOptions): Promise<Stores> {
  const database = await openDatabase(options);
  const { cipher } = options;
  return {
    units: withStoreErrors(createUnitOfWork(database, cipher)),
    files: withStoreErrors(createCustomerFiles(database)),
    reads: withStoreErrors(createReads(database)),
    outbox: withStoreErrors(createOutbox(database)),
    pending: withStoreErrors(createPendingEvents(database, cipher)),
    personal: withStoreErrors(createPersonalData(database, cipher)),
    policies: withStoreErrors(createPolicies(database)),
    drafts: withStoreErrors(createDrafts(database, options.now)),
    incidents: withStoreErrors(createIncidents(database)),
    payouts: withStoreErrors(createPayouts(database)),
    calendars: withStoreErrors(createCalendarStore(database)),
    apiKeys: withStoreErrors(createApiKeys(database)),
    users: withStoreErrors(createUsers(database)),
    attempts: withStoreErrors(createSignInAttempts(database)),
    auditTrail: withStoreErrors(createAuditTrail(database)),
    screens: withStoreErrors(createScreens(database)),
    sessions: createSessionStore(database),
    sandbox: withStoreErrors(createSandboxBook(database)),
    audits: withStoreErrors(createLedgerAudits(database)),
    health: withStoreErrors(createHealth(database)),
    close: () => database.connection.close(),
  };
}

function createHealth(database: Database): StoreHealth {
  return {
    async readPrimaryClock() {
      const hello = await database.client
        .db(database.connection.name)
        .command({ hello: 1 }, { readPreference: 'primary' });
      const clock: unknown = hello['localTime'];
      if (!(clock instanceof Date)) throw new Error('the primary did not tell its time');
      return clock.getTime();
    },
    async isMigrated() {
      return (await listMissingMigrations(database)).length === 0;
    },
  };
}
