import { auditEventViewSchema } from '../../contract/http/audit-event-view.ts';
import { AUDIT_EVENT_LIST } from '../../contract/http/lists.ts';
import { listProgramsFor } from '../../core/access/can.ts';
import { rulesFor } from '../../core/access/rules-for.ts';
import type { Caller } from '../access/caller.ts';
import { defineList } from '../define-list.ts';

export const listAuditEvents = defineList({
  name: 'listAuditEvents',
  list: AUDIT_EVENT_LIST,
  tag: 'Audit',
  summary: 'List who did what, when, from where and why.',
  verb: 'audit:read',
  permission: { action: 'read', subject: 'policy_audit' },
  item: auditEventViewSchema,
  read: (useCases, page, caller) => useCases.listAuditEvents(page, listWholePrograms(caller)),
});

/**
 * Owners and approvers read what happened to policies; everything is read only where that very program's audit may be,
 * whatever is held beside it. A key reads everything of its programs.
 */
function listWholePrograms({ actor }: Caller): readonly string[] | null {
  return actor.kind === 'key' ? null : listProgramsFor(rulesFor(actor.grants), 'read', 'audit_event');
}
