import { presentSession, sessionViewSchema } from '../../contract/http/session-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { describeSession } from '../describe-session.ts';

export const getSession = defineEndpoint({
  name: 'getSession',
  method: 'get',
  path: '/api/session',
  tag: 'People',
  summary: 'Read who has signed in, and what they may do.',
  verb: null,
  permission: { action: 'read', subject: 'self' },
  withOneTimePassword: true,
  params: {},
  status: 200,
  reply: sessionViewSchema,
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ actor, session, useCases }) => ({
    body: presentSession(await useCases.getUser(actor.id), describeSession(session)),
  }),
});
