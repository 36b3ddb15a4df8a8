import type { CaseView } from '../../contract/http/case-view.ts';
import { CASE_LIST } from '../../contract/http/lists.ts';
import { defineCsv } from '../define-csv.ts';

export const exportCases = defineCsv<CaseView>({
  name: 'exportCases',
  list: CASE_LIST,
  tag: 'Cases',
  summary: 'Export cases.',
  verb: 'cases:read',
  permission: { action: 'export', subject: 'case' },
  columns: {
    id: ({ id }) => id,
    program: ({ program }) => program,
    customerId: ({ customerId }) => customerId,
    status: ({ status }) => status,
    subjectType: ({ subject }) => subject.type,
    subjectId: ({ subject }) => subject.id,
    reason: ({ claim }) => claim.reason,
    issue: ({ claim }) => claim.issue,
    remedyAskedFor: ({ claim }) => claim.remedy,
    channel: ({ claim }) => claim.channel,
    automatic: ({ claim }) => claim.automatic,
    sentAt: ({ claim }) => claim.sentAt,
    openedAt: ({ openedAt }) => openedAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    decisionId: ({ decisionId }) => decisionId,
    disposition: ({ disposition }) => disposition,
    reasonCode: ({ reasonCode }) => reasonCode,
    queue: ({ queue }) => queue,
    closure: ({ closure }) => closure,
  },
  read: (useCases, page) => useCases.listCases(page),
});
