import { clauseRowSchema } from '../../contract/http/policy-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint.ts';

export const listClauses = defineEndpoint({
  name: 'listClauses',
  method: 'get',
  path: '/api/policies/:id/clauses',
  tag: 'Policies',
  summary: 'List the statements of the published text and what carries each out.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  status: 200,
  reply: z.array(clauseRowSchema),
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: await useCases.listClauses(params.id) }),
});
