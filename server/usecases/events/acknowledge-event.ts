import type { RequestActor } from '../../core/access/request-actor.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { PendingEvent, PendingEvents } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import { appendNote, type DraftDeps } from '../audit/note.ts';
import { forgetBody } from './forget-body.ts';

/** What closing a row needs. */
export interface AcknowledgeDeps extends DraftDeps {
  readonly auditTrail: AuditTrail;
  readonly pending: Pick<PendingEvents, 'remove'>;
  readonly personal: Pick<PersonalData, 'remove' | 'erase'>;
}

/**
 * Closes the row of an event that was applied and that a person has looked at. Who looked, when and at what is in the
 * audit before the row goes: a crash in between leaves a row to look at again, never one that vanished.
 */
export async function acknowledgeEvent(deps: AcknowledgeDeps, row: PendingEvent, actor: RequestActor): Promise<void> {
  const { id, program, eventKey, code, message } = row;
  await appendNote(deps, actor, {
    action: 'event.acknowledged',
    program,
    subject: { type: 'event', id },
    detail: { eventKey, code, message },
  });
  await deps.pending.remove([id]);
  await forgetBody(deps.personal, row);
}
