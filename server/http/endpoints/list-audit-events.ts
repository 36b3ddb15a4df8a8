import { auditEventViewSchema } from '../../contract/http/audit-event-view.ts';
import { AUDIT_EVENT_LIST } from '../../contract/http/lists.ts';
import { can } from '../../core/access/can.ts';
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
  read: (useCases, page, caller) => useCases.listAuditEvents(page, seesPoliciesOnly(caller)),
});

/** Owners and approvers read what happened to policies; who may read the whole audit, and a key, everything. */
export function seesPoliciesOnly({ actor }: Caller): boolean {
  return actor.kind !== 'key' && !can(actor, 'read', 'audit_event');
}
