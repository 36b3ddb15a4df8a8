/** What an API key may be allowed to do. Keys have no part in the life of a policy: that takes people. */
export const KEY_VERBS = [
  'events:write',
  'claims:write',
  'claims:attest',
  'cases:read',
  'decisions:read',
  'decisions:replay',
  'evaluations:run',
  'wallets:read',
  'ledger:read',
  'payouts:read',
  'payouts:notify',
  'operations:read',
  'operations:replay',
  'customers:erase',
  'audit:read',
] as const;
export type KeyVerb = (typeof KEY_VERBS)[number];
