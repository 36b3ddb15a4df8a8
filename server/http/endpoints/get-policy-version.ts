import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getPolicyVersion = defineEndpoint({
  name: 'getPolicyVersion',
  method: 'get',
  path: '/api/policy-versions/:id',
  tag: 'Policies',
  summary: 'Read a version or draft in full.',
  description: 'With what is live beside it, what differs, and its tests.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: await useCases.getPolicyVersion(params.id) }),
});
