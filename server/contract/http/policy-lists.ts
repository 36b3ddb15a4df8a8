import type { ListSpec } from './list-query.ts';

/** `GET /api/policies`. */
export const POLICY_LIST = {
  resource: 'policies',
  filters: { id: 'program', program: 'program' },
  sorts: ['id', 'name'],
} as const satisfies ListSpec;

/** `GET /api/policy-versions`: drafts and versions alike. An author is a user's id. */
export const POLICY_VERSION_LIST = {
  resource: 'policy-versions',
  filters: { id: 'id', policy: 'program', program: 'program', status: 'versionStatus', author: 'name' },
  sorts: ['changedAt', 'number', 'policy', 'id'],
} as const satisfies ListSpec;
