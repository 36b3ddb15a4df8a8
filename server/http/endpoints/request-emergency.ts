import { rollbackRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const requestEmergency = defineEndpoint({
  name: 'requestEmergency',
  method: 'post',
  path: '/api/policies/:id/emergency',
  tag: 'Policies',
  summary: 'Ask for an emergency rollback.',
  description: 'The first half, by a legal owner; nothing changes until an admin confirms it.',
  verb: null,
  permission: { action: 'request_emergency', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  body: jsonBody(rollbackRequestSchema),
  idempotency: 'beside',
  status: 201,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND', 'NEVER_LIVE', 'WRONG_STATE', 'FOUR_EYES', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.requestEmergency(params.id, body, actor),
  }),
});
