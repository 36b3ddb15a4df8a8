import { idSchema } from '../../contract/http/primitives.ts';
import { userChangeSchema, userViewSchema } from '../../contract/http/user-view.ts';
import { programOfUser } from '../access/program-of-user.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const changeUser = defineEndpoint({
  name: 'changeUser',
  method: 'put',
  path: '/api/users/:id',
  tag: 'People',
  summary: 'Change a user’s name, roles or status.',
  description: 'Nobody changes their own rights, and somebody always stays admin.',
  verb: null,
  permission: { action: 'update', subject: 'user' },
  params: { id: idSchema.describe('Id of the user.') },
  body: jsonBody(userChangeSchema),
  status: 200,
  reply: userViewSchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, caller, useCases }) =>
      programOfUser(caller, (await useCases.getUser(params.id)).grants),
    code: 'USER_NOT_FOUND',
  },
  errors: ['USER_NOT_FOUND', 'PROGRAM_NOT_FOUND', 'LAST_ADMIN', 'CHANGED_MEANWHILE'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.changeUser(params.id, body, actor) }),
});
