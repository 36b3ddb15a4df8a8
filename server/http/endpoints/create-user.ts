import { createdUserSchema, userToCreateSchema } from '../../contract/http/user-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const createUser = defineEndpoint({
  name: 'createUser',
  method: 'post',
  path: '/api/users',
  tag: 'People',
  summary: 'Make a user.',
  description: 'Answers a password for the first sign-in, once; the user has to replace it then.',
  verb: null,
  permission: { action: 'create', subject: 'user' },
  params: {},
  body: jsonBody(userToCreateSchema),
  idempotency: 'refused',
  status: 201,
  reply: createdUserSchema,
  scope: { kind: 'none' },
  errors: ['EMAIL_TAKEN', 'PROGRAM_NOT_FOUND'],
  handle: async ({ body, actor, useCases }) => ({ body: await useCases.createUser(body, actor) }),
});
