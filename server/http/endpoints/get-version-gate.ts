import { gateViewSchema } from '../../contract/http/policy-gate-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getVersionGate = defineEndpoint({
  name: 'getVersionGate',
  method: 'get',
  path: '/api/policy-versions/:id/gate',
  tag: 'Policies',
  summary: 'Run the tests of a draft.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  status: 200,
  reply: gateViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: await useCases.getVersionGate(params.id) }),
});
