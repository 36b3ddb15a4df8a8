/** Names of the MongoDB collections, by what the code calls them. */
export const COLLECTIONS = {
  customers: 'customers',
  orders: 'orders',
  wallets: 'wallets',
  lots: 'lots',
  generations: 'generations',
  incidents: 'incidents',
  cases: 'cases',
  decisions: 'decisions',
  ledgerEntries: 'ledger_entries',
  effects: 'effects',
  payouts: 'payouts',
  outbox: 'outbox',
  idempotency: 'idempotency',
  receivedEvents: 'received_events',
  pendingEvents: 'pending_events',
  personal: 'personal',
  personalKeys: 'personal_keys',
  policyVersions: 'policy_versions',
  activations: 'activations',
  calendars: 'calendars',
  auditEvents: 'audit_events',
  journals: 'journals',
  apiKeys: 'api_keys',
  users: 'users',
  signInNames: 'sign_in_names',
  signInAttempts: 'sign_in_attempts',
  sessions: 'sessions',
  sandboxRefunds: 'sandbox_refunds',
  policyDrafts: 'policy_drafts',
  policyDraftRevisions: 'policy_draft_revisions',
  migrations: 'migrations',
} as const;

/** What the code calls a collection. */
export type CollectionKey = keyof typeof COLLECTIONS;

/** The name of one collection in the database. */
export type CollectionName = (typeof COLLECTIONS)[CollectionKey];
