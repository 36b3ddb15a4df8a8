import { idSchema } from '../../contract/http/primitives.ts';
import { presentUser, userViewSchema } from '../../contract/http/user-view.ts';
import { programOfUser } from '../access/program-of-user.ts';
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
  scope: {
    kind: 'owned',
    programOf: async ({ params, caller, useCases }) =>
      programOfUser(caller, (await useCases.getUser(params.id)).grants),
    code: 'USER_NOT_FOUND',
  },
  errors: ['USER_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: presentUser(await useCases.getUser(params.id)) }),
});
