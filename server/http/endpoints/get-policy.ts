import { policyViewSchema } from '../../contract/http/policy-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getPolicy = defineEndpoint({
  name: 'getPolicy',
  method: 'get',
  path: '/api/policies/:id',
  tag: 'Policies',
  summary: 'Read a policy with its history.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  status: 200,
  reply: policyViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: await useCases.getPolicy(params.id) }),
});
