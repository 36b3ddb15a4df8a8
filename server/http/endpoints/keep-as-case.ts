import { caseFromRequestSchema } from '../../contract/http/policy-requests.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const keepAsCase = defineEndpoint({
  name: 'keepAsCase',
  method: 'post',
  path: '/api/policy-versions/:id/case-from',
  tag: 'Policies',
  summary: 'Make a case of something that was tried.',
  description: 'Ids of people and things are replaced by stand-ins. It becomes part of the draft when that is saved.',
  verb: null,
  permission: { action: 'evaluate', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(caseFromRequestSchema),
  status: 200,
  reply: goldenCaseSchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'CASE_NOT_FOUND', 'POLICY_INVALID'],
  handle: async ({ params, body, useCases }) => ({ body: await useCases.keepAsCase(params.id, body) }),
});
