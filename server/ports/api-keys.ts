import type { AuditEvent } from '../core/audit/audit-event.ts';

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

/** A key as stored: SHA-256 of the secret alone. `programs` may be `['*']`. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly secretHash: string;
  readonly programs: readonly string[];
  readonly verbs: readonly KeyVerb[];
  readonly createdAt: number;
  revokedAt?: number;
  lastUsedAt?: number;
}

export interface ApiKeys {
  append(key: ApiKey, audit: AuditEvent): Promise<void>;
  findByHash(secretHash: string): Promise<ApiKey | null>;
  list(): Promise<ApiKey[]>;
  revoke(id: string, at: number, audit: AuditEvent): Promise<boolean>;
}
