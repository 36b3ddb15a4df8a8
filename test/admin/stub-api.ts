import { vi } from 'vitest';
import type { AccessRule } from '../../server/contract/access.ts';
import { keepSession } from '../../admin/api/session-state.ts';
import type { Session } from '../../admin/api/session-state.ts';

/** A request that the admin sent. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What a path answers: a body, or what makes an answer. */
export type Answer = object | readonly unknown[] | ((sent: Sent) => Response | object);

/** An answer as the API gives it. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** Answers requests by `METHOD /path` (without the query); others are 404. What was sent is kept in the list that is answered. */
export function stubApi(answers: Readonly<Record<string, Answer>>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://admin.test');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request: Sent = { method: init.method ?? 'GET', path: url.pathname + url.search, body };
    sent.push(request);
    const found = answers[`${request.method} ${url.pathname}`];
    const given = typeof found === 'function' ? found(request) : found;
    if (given instanceof Response) return given;
    if (given === undefined) return answer(404, { code: 'NOT_FOUND', title: 'Nothing here', detail: '' });
    const range = Array.isArray(given) ? { 'Content-Range': `rows 0-${given.length - 1}/${given.length}` } : {};
    return answer(200, given, range);
  });
  return sent;
}

const EVERYTHING = [
  'user',
  'api_key',
  'case',
  'decision',
  'entry',
  'payout',
  'wallet',
  'policy',
  'audit_event',
  'operation',
] as const;

/** Somebody signed in who may do anything with these subjects, in every program. */
export function becomeUser(subjects: readonly AccessRule['subject'][] = EVERYTHING): Session {
  const actions = ['read', 'create', 'update', 'revoke', 'replay', 'export'] as const;
  const session = {
    user: {
      id: 'u-me',
      email: 'me@example.test',
      name: 'Me',
      grants: [{ role: 'admin', programs: ['*'] }],
      status: 'active',
      locale: 'en',
      theme: 'light',
      zone: 'UTC',
      shortcuts: true,
      mustChangePassword: false,
      signsInElsewhere: false,
      lastSeenAt: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      demo: false,
    },
    csrfToken: 'token-1',
    permissions: subjects.map((subject) => ({ subject, action: [...actions] })),
    expiresAt: '2027-01-01T00:00:00.000Z',
  } as unknown as Session;
  keepSession(session);
  return session;
}
