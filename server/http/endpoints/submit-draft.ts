import { submitRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const submitDraft = defineEndpoint({
  name: 'submitDraft',
  method: 'post',
  path: '/api/policy-versions/:id/submit',
  tag: 'Policies',
  summary: 'Submit a draft for approval.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(submitRequestSchema),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'GATE_CLOSED', 'BAD_INSTANT', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.submitDraft(params.id, body, actor) }),
});
