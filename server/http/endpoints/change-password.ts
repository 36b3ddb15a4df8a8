import { presentSession, sessionViewSchema } from '../../contract/http/session-view.ts';
import { passwordChangeSchema } from '../../contract/http/user-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { describeSession } from '../describe-session.ts';

export const changePassword = defineEndpoint({
  name: 'changePassword',
  method: 'put',
  path: '/api/session/password',
  tag: 'People',
  summary: 'Change one’s own password.',
  description: 'Ends every other session; this one goes on under a new id and a new CSRF token.',
  verb: null,
  permission: { action: 'update', subject: 'self' },
  withOneTimePassword: true,
  params: {},
  body: jsonBody(passwordChangeSchema),
  status: 200,
  reply: sessionViewSchema,
  scope: { kind: 'none' },
  errors: ['SIGN_IN_FAILED', 'LOCKED_OUT', 'PASSWORD_REFUSED', 'CHANGED_MEANWHILE'],
  handle: async ({ body, actor, session, useCases }) => {
    const user = await useCases.changePassword(actor.id, body.current, body.next, actor);
    await session.begin(user, 'password');
    return { body: presentSession(user, describeSession(session)) };
  },
});
