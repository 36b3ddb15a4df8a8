import { rejectRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const rejectVersion = defineEndpoint({
  name: 'rejectVersion',
  method: 'post',
  path: '/api/policy-versions/:id/reject',
  tag: 'Policies',
  summary: 'Reject exactly what was read.',
  verb: null,
  permission: { action: 'approve', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(rejectRequestSchema),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'FOUR_EYES', 'STALE_APPROVAL', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.rejectVersion(params.id, body, actor) }),
});
