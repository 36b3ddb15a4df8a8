import { reasonRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const confirmEmergency = defineEndpoint({
  name: 'confirmEmergency',
  method: 'post',
  path: '/api/policies/:id/emergency/:eid/confirm',
  tag: 'Policies',
  summary: 'Confirm an emergency rollback.',
  description:
    'The second half, by an admin who is somebody else: the version goes live within seconds and is recorded as an emergency. What is scheduled after it is taken back with it.',
  verb: null,
  permission: { action: 'confirm_emergency', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.'), eid: idSchema.describe('Id of the emergency.') },
  body: jsonBody(reasonRequestSchema),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: [
    'POLICY_NOT_FOUND',
    'POLICY_VERSION_NOT_FOUND',
    'FOUR_EYES',
    'WRONG_STATE',
    'STALE_APPROVAL',
    'GATE_CLOSED',
    'CONFLICT',
  ],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.confirmEmergency(params.id, params.eid, body.reason, actor),
  }),
});
