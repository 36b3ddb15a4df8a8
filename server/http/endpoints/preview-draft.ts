import { previewRequestSchema } from '../../contract/http/policy-requests.ts';
import { previewReplySchema } from '../../contract/http/policy-requests.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const previewDraft = defineEndpoint({
  name: 'previewDraft',
  method: 'post',
  path: '/api/policy-versions/:id/preview',
  tag: 'Policies',
  summary: 'Tell what unsaved values would change.',
  verb: null,
  permission: { action: 'evaluate', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(previewRequestSchema),
  status: 200,
  reply: previewReplySchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, body, useCases }) => ({ body: await useCases.previewDraft(params.id, body) }),
});
