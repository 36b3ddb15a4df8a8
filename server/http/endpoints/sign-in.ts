import { presentSession, sessionViewSchema } from '../../contract/http/session-view.ts';
import { signInSchema } from '../../contract/http/user-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { describeSession } from '../describe-session.ts';

export const signIn = defineEndpoint({
  name: 'signIn',
  method: 'post',
  path: '/api/session',
  tag: 'People',
  summary: 'Sign in.',
  description:
    'Begins a session in a cookie. Too many failures lock the account and the address for a while, which says nothing of whether the account exists.',
  verb: null,
  permission: 'public',
  params: {},
  body: jsonBody(signInSchema),
  idempotency: 'refused',
  status: 200,
  reply: sessionViewSchema,
  scope: { kind: 'none' },
  errors: ['SIGN_IN_FAILED', 'LOCKED_OUT'],
  handle: async ({ body, actor, session, useCases }) => {
    const user = await useCases.signIn(body.email, body.password, actor);
    await session.begin(user, 'password');
    return { body: presentSession(user, describeSession(session)) };
  },
});
