import type { DecisionView } from '../../contract/http/decision-view.ts';
import { DECISION_LIST } from '../../contract/http/lists.ts';
import { defineCsv } from '../define-csv.ts';

export const exportDecisions = defineCsv<DecisionView>({
  name: 'exportDecisions',
  list: DECISION_LIST,
  tag: 'Decisions',
  summary: 'Export decisions.',
  verb: 'decisions:read',
  permission: { action: 'export', subject: 'decision' },
  columns: {
    id: ({ id }) => id,
    program: ({ program }) => program,
    caseId: ({ caseId }) => caseId,
    decidedAt: ({ decidedAt }) => decidedAt,
    disposition: ({ disposition }) => disposition,
    reasonCode: ({ reasonCode }) => reasonCode,
    remedy: ({ remedy }) => remedy,
    credits: ({ credits }) => credits,
    amountMinor: ({ amountMinor }) => amountMinor,
    currency: ({ currency }) => currency,
    clauses: ({ clauseIds }) => clauseIds.join(' '),
    missing: ({ missing }) => missing.join(' '),
    policy: ({ policyVersion }) => policyVersion.policy,
    policyNumber: ({ policyVersion }) => policyVersion.number,
    policyDigest: ({ policyVersion }) => policyVersion.digest,
    floorNumber: ({ floorVersion }) => floorVersion?.number ?? null,
    recordDigest: ({ recordDigest }) => recordDigest,
  },
  read: (useCases, page) => useCases.listDecisions(page),
});
