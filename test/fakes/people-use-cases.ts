import { AppError } from '../../server/contract/error-registry.ts';
import { presentApiKey } from '../../server/contract/http/api-key-view.ts';
import { presentAuditEvent } from '../../server/contract/http/audit-event-view.ts';
import { presentUser } from '../../server/contract/http/user-view.ts';
import type { PolicyUseCases } from '../../server/http/policy-use-cases.ts';
import type { UseCases } from '../../server/http/use-cases.ts';
import { buildUser } from '../builders/users.ts';

type People = Omit<
  UseCases,
  | keyof PolicyUseCases
  | 'answerOnce'
  | 'ingestEvents'
  | 'fileClaims'
  | 'supplyInformation'
  | 'evaluateClaim'
  | `${'get' | 'list'}Case${'' | 's'}`
  | 'getTimeline'
  | 'getDecision'
  | 'listDecisions'
  | 'explainDecision'
  | 'replayDecision'
  | 'getWallet'
  | 'listEntries'
  | 'getPayout'
  | 'listPayouts'
  | 'listDeadLetters'
  | 'replayDeadLetter'
  | 'listRejectedEvents'
  | 'getRejectedEvent'
  | 'replayRejectedEvent'
  | 'notifyProvider'
  | 'eraseCustomer'
>;

/** Plausible answers about people, keys, the audit and the screens. Ada's password is `right`. */
export function createPeopleAnswers(program: string): People {
  const user = buildUser();
  const key = presentApiKey({ id: 'key-1', name: 'shop', programs: [program], verbs: ['cases:read'], createdAt: 0 });
  const oneTime = { oneTimePassword: 'abcde-fghjk', expiresAt: '1970-01-08T00:00:00.000Z' };
  const event = presentAuditEvent(
    {
      id: 'event-1',
      action: 'user.changed',
      program,
      actor: 'user/user-1',
      at: 0,
      subject: { type: 'user', id: 'user-2' },
    },
    new Map(),
  );
  return {
    signIn: async (_email, password) => {
      if (password !== 'right') throw new AppError('SIGN_IN_FAILED', 'Check the e-mail address and the password.');
      return user;
    },
    signOut: async () => undefined,
    signOutEverywhere: async (id) => buildUser({ id, sessionEpoch: 1 }),
    listSignInProviders: async () => ({ password: true, oidc: null }),
    startOidc: async () => ({ url: 'https://sign-in.example/authorize', remembered: 'sealed' }),
    finishOidc: async () => user,
    getUser: async (id) => buildUser({ id }),
    listUsers: async () => ({ items: [presentUser(user)], total: 1 }),
    createUser: async (wanted) => ({ ...presentUser(buildUser(wanted)), ...oneTime }),
    changeUser: async (id) => presentUser(buildUser({ id })),
    resetPassword: async () => oneTime,
    changeProfile: async (id) => buildUser({ id }),
    changePassword: async (id) => buildUser({ id, sessionEpoch: 1 }),
    listApiKeys: async () => ({ items: [key], total: 1 }),
    createApiKey: async () => ({ id: key.id, key, secret: 'rdr_new' }),
    revokeApiKey: async () => key,
    listAuditEvents: async () => ({ items: [event], total: 1 }),
    nameActors: async () => new Map([['user/owner', 'Owner']]),
    noteRead: async () => undefined,
    noteExport: async () => undefined,
    noteRefusal: async () => undefined,
    describeInstance: async () => ({
      demo: true,
      credentialsFile: null,
      version: '0',
      status: 'ready',
      signIn: { password: true, oidc: null },
    }),
    listWallets: async () => ({
      items: [{ id: `${program}~w1`, program, walletId: 'w1', customerId: 'c1', balance: 1, held: 0, lots: 1 }],
      total: 1,
    }),
    getOverview: async () => ({
      from: '1970-01-01T00:00:00.000Z',
      to: '1970-01-02T00:00:00.000Z',
      claims: { total: 0, previous: 0, automatic: 0 },
      oldestWaiting: null,
      byDay: [],
      referralsByReason: [],
      unsetParameters: [],
      grantedByProgram: [],
    }),
    listWaiting: async () => [],
    lookUp: async () => [],
  };
}
