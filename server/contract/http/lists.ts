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
    sentAt: 'instant',
  },
  sorts: ['openedAt', 'sentAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/decisions`. */
export const DECISION_LIST = {
  resource: 'decisions',
  filters: {
    id: 'id',
    program: 'program',
    caseId: 'name',
    disposition: 'disposition',
    reasonCode: 'code',
    policyNumber: 'count',
    decidedAt: 'instant',
  },
  sorts: ['decidedAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/ledger-entries`. */
export const ENTRY_LIST = {
  resource: 'ledger-entries',
  filters: {
    program: 'program',
    kind: 'entryKind',
    customerId: 'name',
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
    customerId: 'name',
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

/** `GET /api/wallets`. */
export const WALLET_LIST = {
  resource: 'wallets',
  filters: { program: 'program', customerId: 'name', walletId: 'name' },
  sorts: ['id'],
} as const satisfies ListSpec;

/** `GET /api/users`. */
export const USER_LIST = {
  resource: 'users',
  filters: { id: 'id', role: 'role', status: 'userStatus' },
  sorts: ['createdAt', 'name', 'email', 'lastSeenAt', 'id'],
} as const satisfies ListSpec;

/** `GET /api/api-keys`. */
export const API_KEY_LIST = {
  resource: 'api-keys',
  filters: { id: 'id', program: 'program', state: 'keyState' },
  sorts: ['createdAt', 'name', 'id'],
} as const satisfies ListSpec;

/** `GET /api/audit-events`. */
export const AUDIT_EVENT_LIST = {
  resource: 'audit-events',
  filters: {
    id: 'id',
    program: 'program',
    action: 'code',
    actor: 'name',
    actorKind: 'actorKind',
    subjectType: 'code',
    subjectId: 'name',
    requestId: 'name',
    q: 'name',
    at: 'instant',
  },
  sorts: ['at', 'id'],
} as const satisfies ListSpec;
