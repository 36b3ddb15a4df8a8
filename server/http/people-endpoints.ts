import type { Endpoint } from './define-endpoint.ts';
import { changePassword } from './endpoints/change-password.ts';
import { changeProfile } from './endpoints/change-profile.ts';
import { changeUser } from './endpoints/change-user.ts';
import { createApiKey } from './endpoints/create-api-key.ts';
import { createUser } from './endpoints/create-user.ts';
import { exportAuditEvents } from './endpoints/export-audit-events.ts';
import { finishOidc } from './endpoints/finish-oidc.ts';
import { getInstance } from './endpoints/get-instance.ts';
import { getSession } from './endpoints/get-session.ts';
import { getUser } from './endpoints/get-user.ts';
import { listApiKeys } from './endpoints/list-api-keys.ts';
import { listAuditEvents } from './endpoints/list-audit-events.ts';
import { listSignInProviders } from './endpoints/list-sign-in-providers.ts';
import { listUsers } from './endpoints/list-users.ts';
import { resetPassword } from './endpoints/reset-password.ts';
import { revokeApiKey } from './endpoints/revoke-api-key.ts';
import { signIn } from './endpoints/sign-in.ts';
import { signOut } from './endpoints/sign-out.ts';
import { signOutEverywhere } from './endpoints/sign-out-everywhere.ts';
import { signUserOut } from './endpoints/sign-user-out.ts';
import { startOidc } from './endpoints/start-oidc.ts';

/** People, their sessions, keys and the audit. */
export const PEOPLE_ENDPOINTS: readonly Endpoint[] = [
  getInstance,
  signIn,
  getSession,
  signOut,
  signOutEverywhere,
  listSignInProviders,
  startOidc,
  finishOidc,
  changeProfile,
  changePassword,
  listUsers,
  createUser,
  getUser,
  changeUser,
  signUserOut,
  resetPassword,
  listApiKeys,
  createApiKey,
  revokeApiKey,
  listAuditEvents,
  exportAuditEvents,
];
