import type { AuditEventView } from '../../contract/http/audit-event-view.ts';
import { AUDIT_EVENT_LIST } from '../../contract/http/lists.ts';
import { defineCsv } from '../define-csv.ts';

export const exportAuditEvents = defineCsv<AuditEventView>({
  name: 'exportAuditEvents',
  list: AUDIT_EVENT_LIST,
  tag: 'Audit',
  summary: 'Export the audit.',
  verb: 'audit:read',
  permission: { action: 'export', subject: 'audit_event' },
  columns: {
    id: ({ id }) => id,
    at: ({ at }) => at,
    actorKind: ({ actor }) => actor.kind,
    actorId: ({ actor }) => actor.id,
    actorName: ({ actor }) => actor.name,
    action: ({ action }) => action,
    program: ({ program }) => program,
    subjectType: ({ subject }) => subject.type,
    subjectId: ({ subject }) => subject.id,
    reason: ({ reason }) => reason,
    ip: ({ ip }) => ip,
    requestId: ({ requestId }) => requestId,
    before: ({ before }) => (before === null ? null : JSON.stringify(before)),
    after: ({ after }) => (after === null ? null : JSON.stringify(after)),
    detail: ({ detail }) => (detail === null ? null : JSON.stringify(detail)),
  },
  read: (useCases, page) => useCases.listAuditEvents(page, null),
});
