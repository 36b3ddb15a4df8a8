import type { Role } from '../../server/core/access/role.ts';

/** `public`: anybody. `self`: whoever has signed in. Else the roles that may; `*` on the floor too, `floor` there alone. */
export interface Rights {
  readonly key: string | null;
  readonly people: 'public' | 'self' | Partial<Readonly<Record<Role, '*' | 'programs' | 'floor'>>>;
}

const READERS = {
  admin: '*',
  policy_owner: '*',
  policy_approver: '*',
  legal_owner: '*',
  reviewer: '*',
  auditor: '*',
  operator: '*',
} as const;
const { operator: _, ...KNOWING } = READERS;
const { policy_approver: _approver, legal_owner: _legal, ...MONEY } = READERS;
const { operator: _operator, ...MONEY_EXPORT } = MONEY;
const NOBODY = {};
const EDITORS = { policy_owner: 'programs', legal_owner: 'floor' } as const;
const EVALUATORS = { policy_owner: '*', policy_approver: '*', legal_owner: '*' } as const;
const ADMIN = { admin: '*' } as const;
const ADMIN_AUDITOR = { admin: '*', auditor: '*' } as const;

/** Every operation of the API, and who may use it: written here a second time, so that a change of rights is a choice. */
export const PERMISSION_TABLE: Readonly<Record<string, Rights>> = {
  ingestEvents: { key: 'events:write', people: NOBODY },
  fileClaim: { key: 'claims:write', people: NOBODY },
  supplyInformation: { key: 'claims:write', people: NOBODY },
  evaluateClaim: { key: 'evaluations:run', people: KNOWING },
  listCases: { key: 'cases:read', people: READERS },
  getCase: { key: 'cases:read', people: READERS },
  getTimeline: { key: 'cases:read', people: READERS },
  exportCases: { key: 'cases:read', people: KNOWING },
  getOverview: { key: 'cases:read', people: READERS },
  listDecisions: { key: 'decisions:read', people: READERS },
  getDecision: { key: 'decisions:read', people: READERS },
  explainDecision: { key: 'decisions:read', people: READERS },
  replayDecision: { key: 'decisions:replay', people: KNOWING },
  exportDecisions: { key: 'decisions:read', people: KNOWING },
  listWallets: { key: 'wallets:read', people: MONEY },
  getWallet: { key: 'wallets:read', people: MONEY },
  listEntries: { key: 'ledger:read', people: MONEY },
  exportEntries: { key: 'ledger:read', people: MONEY_EXPORT },
  listPayouts: { key: 'payouts:read', people: MONEY },
  getPayout: { key: 'payouts:read', people: MONEY },
  exportPayouts: { key: 'payouts:read', people: MONEY_EXPORT },
  notifyProvider: { key: 'payouts:notify', people: NOBODY },
  listDeadLetters: { key: 'operations:read', people: { admin: '*', auditor: '*', operator: '*' } },
  replayDeadLetter: { key: 'operations:replay', people: { operator: '*' } },
  listRejectedEvents: { key: 'operations:read', people: { admin: '*', auditor: '*', operator: '*' } },
  getRejectedEvent: { key: 'operations:read', people: { admin: '*', auditor: '*', operator: '*' } },
  replayRejectedEvent: { key: 'operations:replay', people: { operator: '*' } },
  eraseCustomer: { key: 'customers:erase', people: NOBODY },

  getInstance: { key: null, people: 'public' },
  signIn: { key: null, people: 'public' },
  listSignInProviders: { key: null, people: 'public' },
  startOidc: { key: null, people: 'public' },
  finishOidc: { key: null, people: 'public' },
  getSession: { key: null, people: 'self' },
  signOut: { key: null, people: 'self' },
  signOutEverywhere: { key: null, people: 'self' },
  changeProfile: { key: null, people: 'self' },
  changePassword: { key: null, people: 'self' },
  listWaiting: { key: null, people: 'self' },
  lookUp: { key: null, people: 'self' },
  listUsers: { key: null, people: ADMIN_AUDITOR },
  getUser: { key: null, people: ADMIN_AUDITOR },
  createUser: { key: null, people: ADMIN },
  changeUser: { key: null, people: ADMIN },
  signUserOut: { key: null, people: ADMIN },
  resetPassword: { key: null, people: ADMIN },
  listApiKeys: { key: null, people: ADMIN_AUDITOR },
  createApiKey: { key: null, people: ADMIN },
  revokeApiKey: { key: null, people: ADMIN },
  listAuditEvents: {
    key: 'audit:read',
    people: { admin: '*', policy_owner: '*', policy_approver: '*', legal_owner: '*', auditor: '*' },
  },
  exportAuditEvents: { key: 'audit:read', people: { auditor: '*' } },

  listPolicies: { key: null, people: READERS },
  getPolicy: { key: null, people: READERS },
  listClauses: { key: null, people: READERS },
  compareVersions: { key: null, people: READERS },
  exportPolicy: { key: null, people: READERS },
  listPolicyVersions: { key: null, people: READERS },
  getPolicyVersion: { key: null, people: READERS },
  getVersionGate: { key: null, people: READERS },
  getVersionDigest: { key: null, people: READERS },
  previewDraft: { key: null, people: EVALUATORS },
  tryDraft: { key: null, people: EVALUATORS },
  keepAsCase: { key: null, people: EVALUATORS },
  importPolicy: { key: null, people: EDITORS },
  rollBackPolicy: { key: null, people: EDITORS },
  startDraft: { key: null, people: EDITORS },
  saveDraft: { key: null, people: EDITORS },
  rebaseDraft: { key: null, people: EDITORS },
  acknowledgeFlips: { key: null, people: EDITORS },
  acceptCase: { key: null, people: EDITORS },
  submitDraft: { key: null, people: EDITORS },
  withdrawVersion: { key: null, people: EDITORS },
  discardDraft: { key: null, people: EDITORS },
  approveVersion: { key: null, people: { policy_approver: '*' } },
  rejectVersion: { key: null, people: { policy_approver: '*' } },
  requestEmergency: { key: null, people: { legal_owner: '*' } },
  confirmEmergency: { key: null, people: ADMIN },
  withdrawEmergency: { key: null, people: { legal_owner: '*' } },
};
