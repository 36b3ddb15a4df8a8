import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { Page, Paged } from './paging.ts';

/** What a reader sees of the audit: every event of these programs, and in any other those about these kinds of thing. */
export interface AuditSight {
  readonly programs: readonly string[];
  readonly subjectTypes: readonly string[];
}

/** Audit events that accompany no other change, such as reads and refusals; found and appended, nothing else. */
export interface AuditTrail {
  append(event: AuditEvent): Promise<void>;
  /** `filter` knows id, program, action, actor, actorKind, subjectType, subjectId, requestId and bounds of at; `q` finds the start of an action, or any id exactly. Newest first by `at`. Without a `sight` everything that fits is seen. */
  list(page: Page, sight?: AuditSight): Promise<Paged<AuditEvent>>;
}
