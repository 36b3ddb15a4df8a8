import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint.ts';

export const signOut = defineEndpoint({
  name: 'signOut',
  method: 'delete',
  path: '/api/session',
  tag: 'People',
  summary: 'Sign out here.',
  verb: null,
  permission: { action: 'update', subject: 'self' },
  withOneTimePassword: true,
  params: {},
  status: 204,
  reply: z.null(),
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ actor, session, useCases }) => {
    await useCases.signOut(actor);
    await session.end();
    return { body: null };
  },
});
