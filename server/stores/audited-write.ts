import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { Database } from './database.ts';
import { sealAuditEvent } from './rows/sealed-row.ts';
import { journalOf } from './units/plan-unit.ts';
import type { TransactionOutcome } from './units/transact.ts';
import { insertStep } from './units/write-step.ts';
import type { WriteStep } from './units/write-step.ts';
import { writeSteps } from './units/write-steps.ts';

/** Writes steps together with their audit event and its journal, all or nothing. */
export async function writeAudited(
  database: Database,
  steps: readonly (WriteStep | null)[],
  audit: AuditEvent,
): Promise<TransactionOutcome> {
  const sealed = sealAuditEvent(audit);
  const journal = journalOf(audit.at, [sealed]);
  return writeSteps(database, journal?._id ?? null, [
    ...steps,
    insertStep(database, 'auditEvents', [sealed]),
    insertStep(database, 'journals', journal === null ? [] : [journal]),
  ]);
}
