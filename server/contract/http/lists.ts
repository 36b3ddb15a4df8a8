import type { ListSpec } from './list-query.ts';

/** `GET /api/cases`. */
export const CASE_LIST = {
  resource: 'cases',
  filters: {
    id: 'id',
    program: 'program',
    customerId: 'name',
    subjectId: 'name',
    subjectType: 'subjectType',
    status: 'caseStatus',
    disposition: 'disposition',
    reasonCode: 'code',
    queue: 'code',
    openedAt: 'instant',
  },
  sorts: ['openedAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/decisions`. */
export const DECISION_LIST = {
  resource: 'decisions',
  filters: { id: 'id', program: 'program', caseId: 'name', disposition: 'disposition', decidedAt: 'instant' },
  sorts: ['decidedAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/ledger-entries`. */
export const ENTRY_LIST = {
  resource: 'ledger-entries',
  filters: {
    program: 'program',
    kind: 'entryKind',
    walletId: 'name',
    orderId: 'name',
    caseId: 'name',
    decisionId: 'name',
    recordedAt: 'instant',
  },
  sorts: ['recordedAt'],
} as const satisfies ListSpec;

/** `GET /api/payouts`. */
export const PAYOUT_LIST = {
  resource: 'payouts',
  filters: {
    id: 'id',
    program: 'program',
    caseId: 'name',
    orderId: 'name',
    decisionId: 'name',
    status: 'payoutStatus',
    provider: 'provider',
    createdAt: 'instant',
  },
  sorts: ['createdAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/dead-letters`. */
export const DEAD_LETTER_LIST = {
  resource: 'dead-letters',
  filters: { id: 'id', program: 'program', topic: 'topic', code: 'code', buriedAt: 'instant' },
  sorts: ['buriedAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/rejected-events`. */
export const REJECTED_EVENT_LIST = {
  resource: 'rejected-events',
  filters: {
    id: 'id',
    program: 'program',
    status: 'eventStatus',
    code: 'code',
    type: 'eventType',
    receivedAt: 'instant',
  },
  sorts: ['receivedAt', 'id'],
} as const satisfies ListSpec;
