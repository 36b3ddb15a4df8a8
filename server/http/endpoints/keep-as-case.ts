import { caseFromRequestSchema } from '../../contract/http/policy-requests.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import { demandTriedProgram, noteTriedCase } from '../access/tried-program.ts';
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
  errors: ['POLICY_VERSION_NOT_FOUND', 'FORBIDDEN', 'CASE_NOT_FOUND', 'POLICY_INVALID'],
  noteRead: ({ body }, reply) => noteTriedCase(body, reply.program),
  handle: async ({ params, body, caller, useCases }) => {
    await demandTriedProgram(caller, useCases, body);
    return { body: await useCases.keepAsCase(params.id, body) };
  },
});
