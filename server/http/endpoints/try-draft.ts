import { tryRequestSchema } from '../../contract/http/policy-requests.ts';
import { tryReplySchema } from '../../contract/http/policy-requests.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { demandTriedProgram, noteTriedCase } from '../access/tried-program.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const tryDraft = defineEndpoint({
  name: 'tryDraft',
  method: 'post',
  path: '/api/policy-versions/:id/try',
  tag: 'Policies',
  summary: 'Decide the same by the draft and by what is live.',
  description: 'Nothing is stored.',
  verb: null,
  permission: { action: 'evaluate', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  body: jsonBody(tryRequestSchema),
  status: 200,
  reply: tryReplySchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND', 'FORBIDDEN', 'CASE_NOT_FOUND', 'POLICY_INVALID'],
  noteRead: ({ body }, reply) => noteTriedCase(body, reply.draft.decision.program),
  handle: async ({ params, body, caller, useCases }) => {
    await demandTriedProgram(caller, useCases, body);
    return { body: await useCases.tryDraft(params.id, body) };
  },
});
