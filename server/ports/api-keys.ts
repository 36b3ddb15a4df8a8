import { KEY_VERBS } from '../core/access/key-verb.ts';
import type { KeyVerb } from '../core/access/key-verb.ts';
import type { AuditEvent } from '../core/audit/audit-event.ts';

export { KEY_VERBS };
export type { KeyVerb };

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
