import { rollbackRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const rollBackPolicy = defineEndpoint({
  name: 'rollBackPolicy',
  method: 'post',
  path: '/api/policies/:id/rollback',
  tag: 'Policies',
  summary: 'Submit a version equal to one that was live before.',
  description: 'It needs the same approval as any other version.',
  verb: null,
  permission: { action: 'roll_back', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  body: jsonBody(rollbackRequestSchema),
  idempotency: 'beside',
  status: 201,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: [
    'POLICY_NOT_FOUND',
    'POLICY_VERSION_NOT_FOUND',
    'NEVER_LIVE',
    'WRONG_STATE',
    'GATE_CLOSED',
    'BAD_INSTANT',
    'CONFLICT',
  ],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.rollBackPolicy(params.id, body, actor),
  }),
});
