import { z } from 'zod';
import { waitingItemSchema } from '../../contract/http/waiting-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const listWaiting = defineEndpoint({
  name: 'listWaiting',
  method: 'get',
  path: '/api/waiting',
  tag: 'Screens',
  summary: 'List what waits for this person.',
  description: 'Only what somebody of this person’s roles can move, longest waiting first.',
  verb: null,
  permission: { action: 'read', subject: 'self' },
  params: {},
  status: 200,
  reply: z.array(waitingItemSchema),
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ actor, useCases }) => ({ body: await useCases.listWaiting(actor) }),
});
