import { idSchema } from '../../contract/http/primitives.ts';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { oneTimePasswordSchema } from '../../contract/http/user-view.ts';
import { programOfUser } from '../access/program-of-user.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const resetPassword = defineEndpoint({
  name: 'resetPassword',
  method: 'post',
  path: '/api/users/:id/password',
  tag: 'People',
  summary: 'Give a user a password for one sign-in.',
  description: 'Shown once. The user’s sessions end, and the password has to be replaced at the next sign-in.',
  verb: null,
  permission: { action: 'update', subject: 'user' },
  params: { id: idSchema.describe('Id of the user.') },
  body: jsonBody(emptyBodySchema, { required: false }),
  idempotency: 'refused',
  status: 201,
  reply: oneTimePasswordSchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, caller, useCases }) =>
      programOfUser(caller, (await useCases.getUser(params.id)).grants),
    code: 'USER_NOT_FOUND',
  },
  errors: ['USER_NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params, actor, useCases }) => ({ body: await useCases.resetPassword(params.id, actor) }),
});
