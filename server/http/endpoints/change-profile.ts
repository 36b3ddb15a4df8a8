import { presentUser, profileChangeSchema, userViewSchema } from '../../contract/http/user-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const changeProfile = defineEndpoint({
  name: 'changeProfile',
  method: 'put',
  path: '/api/session/profile',
  tag: 'People',
  summary: 'Change one’s own language, look, zone and shortcuts.',
  verb: null,
  permission: { action: 'update', subject: 'self' },
  params: {},
  body: jsonBody(profileChangeSchema),
  status: 200,
  reply: userViewSchema,
  scope: { kind: 'none' },
  errors: ['CHANGED_MEANWHILE'],
  handle: async ({ body, actor, useCases }) => ({
    body: presentUser(await useCases.changeProfile(actor.id, body, actor)),
  }),
});
