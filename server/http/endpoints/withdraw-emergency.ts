import { closeRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const withdrawEmergency = defineEndpoint({
  name: 'withdrawEmergency',
  method: 'post',
  path: '/api/policies/:id/emergency/:eid/withdraw',
  tag: 'Policies',
  summary: 'Take back an emergency rollback that nobody has confirmed.',
  description: 'By whoever may ask for one: an owner whose change it would undo may not stop it.',
  verb: null,
  permission: { action: 'request_emergency', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.'), eid: idSchema.describe('Id of the emergency.') },
  body: jsonBody(closeRequestSchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.withdrawEmergency(params.id, params.eid, body.reason, actor),
  }),
});
