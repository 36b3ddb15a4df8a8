import { rebaseRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const rebaseDraft = defineEndpoint({
  name: 'rebaseDraft',
  method: 'post',
  path: '/api/policy-versions/:id/rebase',
  tag: 'Policies',
  summary: 'Bring a draft up to date with what is live.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(rebaseRequestSchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'STALE_SAVE', 'MERGE_CLASH', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.rebaseDraft(params.id, body, actor) }),
});
