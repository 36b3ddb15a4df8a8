import { z } from 'zod';
import { optionalReasonBodySchema } from '../../contract/http/api-key-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { programOfUser } from '../access/program-of-user.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const signUserOut = defineEndpoint({
  name: 'signUserOut',
  method: 'post',
  path: '/api/users/:id/sign-out',
  tag: 'People',
  summary: 'End every session of a user.',
  verb: null,
  permission: { action: 'update', subject: 'user' },
  params: { id: idSchema.describe('Id of the user.') },
  body: jsonBody(optionalReasonBodySchema, { required: false }),
  idempotency: 'beside',
  status: 204,
  reply: z.null(),
  scope: {
    kind: 'owned',
    programOf: async ({ params, caller, useCases }) =>
      programOfUser(caller, (await useCases.getUser(params.id)).grants),
    code: 'USER_NOT_FOUND',
  },
  errors: ['USER_NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params, body, actor, useCases }) => {
    await useCases.signOutEverywhere(params.id, body.reason, actor);
    return { body: null };
  },
});
