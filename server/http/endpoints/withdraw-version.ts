import { closeRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const withdrawVersion = defineEndpoint({
  name: 'withdrawVersion',
  method: 'post',
  path: '/api/policy-versions/:id/withdraw',
  tag: 'Policies',
  summary: 'Take back what waits for approval or is not live yet.',
  description: 'An emergency rollback is taken back under its policy, by whoever may ask for one.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(closeRequestSchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'BAD_INSTANT', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.withdrawVersion(params.id, body.reason, actor),
  }),
});
