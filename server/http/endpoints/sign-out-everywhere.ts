import { z } from 'zod';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const signOutEverywhere = defineEndpoint({
  name: 'signOutEverywhere',
  method: 'post',
  path: '/api/session/sign-out-everywhere',
  tag: 'People',
  summary: 'Sign out everywhere.',
  description: 'Ends every session of this person, in every browser, at once.',
  verb: null,
  permission: { action: 'update', subject: 'self' },
  withOneTimePassword: true,
  params: {},
  body: jsonBody(emptyBodySchema, { required: false }),
  idempotency: 'beside',
  status: 204,
  reply: z.null(),
  scope: { kind: 'none' },
  errors: ['CHANGED_MEANWHILE'],
  handle: async ({ actor, session, useCases }) => {
    await useCases.signOutEverywhere(actor.id, undefined, actor);
    await session.end();
    return { body: null };
  },
});
