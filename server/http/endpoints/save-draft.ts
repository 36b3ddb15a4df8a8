import { draftSaveSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const saveDraft = defineEndpoint({
  name: 'saveDraft',
  method: 'put',
  path: '/api/policy-versions/:id',
  tag: 'Policies',
  summary: 'Save what a draft says.',
  description: 'Refused with both sides where somebody saved since the revision that the save began from.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(draftSaveSchema),
  status: 200,
  reply: policyVersionViewSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'STALE_SAVE', 'WRONG_STATE', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({ body: await useCases.saveDraft(params.id, body, actor) }),
});
