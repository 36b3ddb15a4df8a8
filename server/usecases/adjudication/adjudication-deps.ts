import type { Case } from '../../core/cases/case.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { Incidents } from '../../ports/incidents.ts';
import type { PendingEvents } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import type { CalendarLibrary, Clock, Ids, Log, Telemetry, WorkQueue } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { StoredDecision, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';

/** What adjudication needs from outside. */
export interface AdjudicationDeps {
  readonly files: CustomerFiles;
  readonly unitOfWork: UnitOfWork;
  readonly reads: Pick<Reads, 'findReceipts' | 'findIdempotency'>;
  readonly pending: PendingEvents;
  readonly personal: Pick<PersonalData, 'remove'>;
  readonly incidents: Pick<Incidents, 'load'>;
  readonly catalogue: PolicyCatalogue;
  readonly calendars: CalendarLibrary;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly telemetry: Telemetry;
  readonly log: Log;
  /** Presents a decided claim as the HTTP body that an idempotent repeat gets again. */
  readonly presentResponse: (kase: Case, decision: StoredDecision) => string;
}
