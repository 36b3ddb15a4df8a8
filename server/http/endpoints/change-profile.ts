import { presentSelf } from '../../contract/http/session-view.ts';
import { profileChangeSchema, userViewSchema } from '../../contract/http/user-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { describeSession } from '../describe-session.ts';

export const changeProfile = defineEndpoint({
  name: 'changeProfile',
  method: 'put',
  path: '/api/session/profile',
  tag: 'People',
  summary: 'Change one’s own language, look, zone and shortcuts.',
  verb: null,
  permission: { action: 'update', subject: 'self' },
  withOneTimePassword: true,
  params: {},
  body: jsonBody(profileChangeSchema),
  status: 200,
  reply: userViewSchema,
  scope: { kind: 'none' },
  errors: ['CHANGED_MEANWHILE'],
  handle: async ({ body, actor, session, useCases }) => ({
    body: presentSelf(await useCases.changeProfile(actor.id, body, actor), describeSession(session)),
  }),
});
