import { z } from 'zod';
import { lookupHitSchema } from '../../contract/http/lookup-view.ts';
import { longIdSchema } from '../../contract/http/primitives.ts';
import { decodeQuery } from '../decode/decode-query.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const query = { q: longIdSchema.describe('An id, a digest or the beginning of one, or a policy with a version.') };

export const lookUp = defineEndpoint({
  name: 'lookUp',
  method: 'get',
  path: '/api/lookup',
  tag: 'Screens',
  summary: 'Find what an id or a digest names.',
  verb: null,
  permission: { action: 'read', subject: 'self' },
  params: {},
  query,
  status: 200,
  reply: z.array(lookupHitSchema),
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ search, actor, useCases }) => ({ body: await useCases.lookUp(decodeQuery(query, search).q, actor) }),
});
