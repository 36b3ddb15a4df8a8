import { approveRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const approveVersion = defineEndpoint({
  name: 'approveVersion',
  method: 'post',
  path: '/api/policy-versions/:id/approve',
  tag: 'Policies',
  summary: 'Approve exactly what was read.',
  description: 'By somebody who had no hand in it. The version is published with it and takes effect at its instant.',
  verb: null,
  permission: { action: 'approve', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(approveRequestSchema),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: [
    'POLICY_VERSION_NOT_FOUND',
    'FOUR_EYES',
    'STALE_APPROVAL',
    'GATE_CLOSED',
    'BAD_INSTANT',
    'WRONG_STATE',
    'CONFLICT',
  ],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.approveVersion(params.id, body, actor),
  }),
});
