import type { AuthProvider } from 'react-admin';
import type { Action, Subject } from '../../server/contract/access.ts';
import { allows } from './may.ts';
import { ProblemError } from './problem-error.ts';
import { request } from './request.ts';
import { findSession, keepSession } from './session-state.ts';
import type { Session } from './session-state.ts';

/** What the server's table calls the resources of the admin. */
const SUBJECT_OF: Readonly<Record<string, Subject>> = {
  policies: 'policy',
  'policy-versions': 'policy',
  cases: 'case',
  decisions: 'decision',
  wallets: 'wallet',
  'ledger-entries': 'entry',
  payouts: 'payout',
  'audit-events': 'audit_event',
  'dead-letters': 'operation',
  'rejected-events': 'operation',
  users: 'user',
  'api-keys': 'api_key',
};

const ACTION_OF: Readonly<Record<string, Action>> = {
  list: 'read',
  show: 'read',
  read: 'read',
  create: 'create',
  edit: 'read',
  export: 'export',
};

/** The question that is under way; several parts of a page ask it at once. */
let asked: Promise<Session> | null = null;

/** Looks the session up once a page load; the server alone can end it. */
async function getSession(): Promise<Session> {
  const known = findSession();
  if (known !== null) return known;
  asked ??= askSession().finally(() => {
    asked = null;
  });
  return asked;
}

async function askSession(): Promise<Session> {
  const { body } = await request<Session>('/api/session', { renew: false });
  keepSession(body);
  return body;
}

/** Signs in and keeps the session. @throws ProblemError SIGN_IN_FAILED, LOCKED_OUT */
export async function signIn(email: string, password: string): Promise<Session> {
  const { body } = await request<Session>('/api/session', { method: 'POST', body: { email, password }, renew: false });
  keepSession(body);
  return body;
}

/** Sessions by cookie. A 401 of any request is handled where requests are sent; only what cannot be mended ends the session here. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    await signIn(email, password);
  },
  logout: async () => {
    if (findSession() !== null)
      await request('/api/session', { method: 'DELETE', renew: false }).catch(() => undefined);
    keepSession(null);
    localStorage.removeItem('RaStoreredress.profile.syncedFor');
    return '/login';
  },
  checkAuth: async () => {
    await getSession();
  },
  checkError: async (error: unknown) => {
    if (error instanceof ProblemError && error.status === 401) throw error;
  },
  getIdentity: async () => {
    const { user } = await getSession();
    return { id: user.id, fullName: user.name };
  },
  getPermissions: async () => (await getSession()).permissions,
  canAccess: async ({ resource, action }) => {
    const { permissions } = await getSession();
    const subject = SUBJECT_OF[resource];
    if (subject === undefined) return true;
    const wanted = ACTION_OF[action] ?? 'read';
    if (subject === 'audit_event' && allows(permissions, wanted, 'policy_audit')) return true;
    return allows(permissions, wanted, subject);
  },
};
