import type { Express } from 'express';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { sha256Hex } from '../../server/core/audit/canonical-document.ts';
import { createApp } from '../../server/http/create-app.ts';
import type { AppDeps } from '../../server/http/create-app.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import type { ApiKey, KeyVerb } from '../../server/ports/api-keys.ts';
import type { User } from '../../server/ports/users.ts';
import { FakeUseCases } from './use-cases.ts';

/** A key that may do everything everywhere. */
export const FULL_KEY = 'rdr_full_key_of_the_tests';

/** Now, as the app under test sees it. */
export const NOW = Date.UTC(2026, 2, 1, 12);

/** An app over fakes, with the lines it logged. */
export interface TestApp {
  readonly app: Express;
  readonly fake: FakeUseCases;
  readonly lines: Record<string, unknown>[];
  readonly keys: Map<string, ApiKey>;
  readonly users: Map<string, User>;
}

/** A key as stored; its secret is not. */
export function buildKey(
  secret: string,
  programs: readonly string[] = ['*'],
  verbs: readonly KeyVerb[] = KEY_VERBS,
): ApiKey {
  return { id: `key-${secret}`, name: secret, secretHash: sha256Hex(secret), programs, verbs, createdAt: 0 };
}

/** Makes an app over fakes; the full key is known to it. */
export function createTestApp(fake = new FakeUseCases(), changes: Partial<AppDeps> = {}): TestApp {
  const registry = new Registry();
  const lines: Record<string, unknown>[] = [];
  const keys = new Map([[FULL_KEY, buildKey(FULL_KEY)]]);
  const users = new Map<string, User>();
  const log = pino(
    { level: 'trace' },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const app = createApp({
    useCases: fake.useCases,
    apiKeys: { findByHash: async (hash) => [...keys.values()].find((key) => key.secretHash === hash) ?? null },
    users: { find: async (id) => users.get(id) ?? null, noteSeen: async () => undefined },
    sessions: { secret: 'a secret of the tests', secure: false },
    trustedProxies: 0,
    clock: { now: () => NOW },
    log,
    telemetry: {
      registry,
      render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    },
    readiness: async () => [{ name: 'mongodb', state: 'ok' }],
    rateLimit: 0,
    ...changes,
  });
  return { app, fake, lines, keys, users };
}

/** The header that carries a key. */
export function bearer(secret = FULL_KEY): { readonly Authorization: string } {
  return { Authorization: `Bearer ${secret}` };
}
