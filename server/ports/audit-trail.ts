import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { Page, Paged } from './paging.ts';

/** Audit events that accompany no other change, such as reads and refusals; found and appended, nothing else. */
export interface AuditTrail {
  append(event: AuditEvent): Promise<void>;
  /** `filter` knows id, program, action, actor, actorKind, subjectType, subjectId, requestId and bounds of at; `q` finds the start of an action, or any id exactly. Newest first by `at`. */
  list(page: Page): Promise<Paged<AuditEvent>>;
}
