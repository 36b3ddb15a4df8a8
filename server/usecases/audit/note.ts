import type { RequestActor } from '../../core/access/request-actor.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import { draftAuditEvent } from '../../core/audit/draft-audit-event.ts';
import type { AuditNote } from '../../core/audit/draft-audit-event.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Clock, Ids } from '../../ports/platform.ts';

/** What is needed to draft an audit event. */
export interface DraftDeps {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Drafts an audit event of now; a store writes it with the change. */
export function draftNote({ clock, ids }: DraftDeps, actor: RequestActor, note: AuditNote): AuditEvent {
  return draftAuditEvent(actor, ids.next(), clock.now(), note);
}

/** Writes an audit event that goes with no other change. Throws STORE_UNAVAILABLE. */
export async function appendNote(
  deps: DraftDeps & { readonly auditTrail: AuditTrail },
  actor: RequestActor,
  note: AuditNote,
): Promise<void> {
  await deps.auditTrail.append(draftNote(deps, actor, note));
}
