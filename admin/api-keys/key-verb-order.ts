import type { ApiKeyView } from '../../server/contract/http/api-key-view.ts';

type KeyVerb = ApiKeyView['verbs'][number];

const VERBS: Readonly<Record<KeyVerb, true>> = {
  'events:write': true,
  'claims:write': true,
  'claims:attest': true,
  'cases:read': true,
  'decisions:read': true,
  'decisions:replay': true,
  'evaluations:run': true,
  'wallets:read': true,
  'ledger:read': true,
  'payouts:read': true,
  'payouts:notify': true,
  'operations:read': true,
  'operations:replay': true,
  'customers:erase': true,
  'audit:read': true,
};

/** Every verb that a key can have. */
export const KEY_VERB_ORDER = Object.keys(VERBS) as readonly KeyVerb[];
