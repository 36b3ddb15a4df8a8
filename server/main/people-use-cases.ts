import { presentApiKey } from '../contract/http/api-key-view.ts';
import { formatInstant } from '../contract/http/instant.ts';
import { presentUser } from '../contract/http/user-view.ts';
import type { SignInProviders } from '../contract/http/session-view.ts';
import type { PeopleUseCases } from '../http/people-use-cases.ts';
import { listAuditEvents } from '../usecases/audit/list-audit-events.ts';
import { appendNote } from '../usecases/audit/note.ts';
import { createApiKey } from '../usecases/keys/create-api-key.ts';
import { listApiKeys } from '../usecases/keys/list-api-keys.ts';
import { revokeApiKey } from '../usecases/keys/revoke-api-key.ts';
import { changePassword } from '../usecases/people/change-password.ts';
import { changeProfile } from '../usecases/people/change-profile.ts';
import { changeUser } from '../usecases/people/change-user.ts';
import { createUser } from '../usecases/people/create-user.ts';
import { listUsers } from '../usecases/people/list-users.ts';
import { resetPassword } from '../usecases/people/reset-password.ts';
import { finishSignInElsewhere, startSignInElsewhere } from '../usecases/people/sign-in-elsewhere.ts';
import { signIn } from '../usecases/people/sign-in.ts';
import { signOutEverywhere } from '../usecases/people/sign-out-everywhere.ts';
import { getUser } from '../usecases/people/user-errors.ts';
import type { Service } from './composition.ts';
import { describeInstance } from './describe-instance.ts';

/** What http asks about people, keys and the audit, answered by the use cases in the contract's shapes. */
export function createPeopleUseCases(service: Service): PeopleUseCases {
  const { people, keys, stores } = service;
  const providers = (): SignInProviders => ({
    password: true,
    oidc: people.signInService === undefined ? null : { name: people.signInService.name, url: '/api/session/oidc' },
  });
  return {
    signIn: (email, password, actor) => signIn(people, email, password, actor),
    signOut: (actor) => appendNote(people, actor, { action: 'session.ended', subject: { type: 'user', id: actor.id } }),
    signOutEverywhere: (userId, reason, actor) =>
      signOutEverywhere(people, { userId, ...(reason === undefined ? {} : { reason }) }, actor),
    listSignInProviders: async () => providers(),
    startOidc: () => startSignInElsewhere(people),
    finishOidc: (callback, remembered, actor) => finishSignInElsewhere(people, { callback, remembered }, actor),
    getUser: (id) => getUser(stores.users, id),
    listUsers: async (page, within) => {
      const { items, total } = await listUsers(stores.users, page, within);
      return { items: items.map(presentUser), total };
    },
    createUser: async (wanted, actor) => {
      const { user, oneTimePassword } = await createUser(people, wanted, actor);
      return {
        ...presentUser(user),
        oneTimePassword: oneTimePassword ?? '',
        expiresAt: formatInstant(user.passwordExpiresAt ?? user.createdAt),
      };
    },
    changeUser: async (id, change, actor) => presentUser(await changeUser(people, id, change, actor)),
    resetPassword: async (id, actor) => {
      const { oneTimePassword, expiresAt } = await resetPassword(people, id, actor);
      return { oneTimePassword, expiresAt: formatInstant(expiresAt) };
    },
    changeProfile: (_id, change, actor) => changeProfile(people, change, actor),
    changePassword: (_id, current, next, actor) => changePassword(people, { current, next }, actor),
    listApiKeys: async (page) => {
      const { items, total } = await listApiKeys(stores.apiKeys, page);
      return { items: items.map(presentApiKey), total };
    },
    createApiKey: async (wanted, actor) => {
      const { key, secret } = await createApiKey(keys, wanted, actor);
      return { id: key.id, key: presentApiKey(key), secret };
    },
    revokeApiKey: async (id, reason, actor) => presentApiKey(await revokeApiKey(keys, { id, reason }, actor)),
    listAuditEvents: (page, wholeIn) => listAuditEvents(stores, page, wholeIn),
    nameActors: (actors) => service.drafts.findNames(actors),
    ...createNotes(service),
    describeInstance: () => describeInstance(service, providers()),
  };
}

/** What is noted in the audit though nothing changed. */
function createNotes({ people }: Service): Pick<PeopleUseCases, 'noteRead' | 'noteExport' | 'noteRefusal'> {
  return {
    noteRead: ({ type, id, program, detail }, actor) =>
      appendNote(people, actor, {
        action: `${type}.read`,
        subject: { type, id },
        ...(program === undefined ? {} : { program }),
        ...(detail === undefined ? {} : { detail }),
      }),
    noteExport: ({ type, detail }, actor) =>
      appendNote(people, actor, {
        action: 'list.exported',
        subject: { type: 'list', id: type },
        ...(detail === undefined ? {} : { detail }),
      }),
    noteRefusal: ({ method, route, name, code, params }, actor) =>
      appendNote(people, actor, {
        action: 'request.refused',
        subject: { type: 'operation', id: name },
        detail: { method: method.toUpperCase(), route, code, params: params.join(' ') },
      }),
  };
}
