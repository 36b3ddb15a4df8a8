import { acceptCaseRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const acceptCase = defineEndpoint({
  name: 'acceptCase',
  method: 'post',
  path: '/api/policy-versions/:id/accept-case',
  tag: 'Policies',
  summary: 'Accept the new outcome of a case.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(acceptCaseRequestSchema),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.acceptCase(params.id, body, actor) }),
});
