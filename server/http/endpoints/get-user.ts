import { idSchema } from '../../contract/http/primitives.ts';
import { presentUser, userViewSchema } from '../../contract/http/user-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getUser = defineEndpoint({
  name: 'getUser',
  method: 'get',
  path: '/api/users/:id',
  tag: 'People',
  summary: 'Read a user.',
  verb: null,
  permission: { action: 'read', subject: 'user' },
  params: { id: idSchema.describe('Id of the user.') },
  status: 200,
  reply: userViewSchema,
  scope: { kind: 'none' },
  errors: ['USER_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: presentUser(await useCases.getUser(params.id)) }),
});
