import { evaluationReplySchema } from '../../contract/http/replies.ts';
import { evaluationRequestSchema } from '../../contract/http/requests.ts';
import { absent } from '../access/caller.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const evaluateClaim = defineEndpoint({
  name: 'evaluateClaim',
  method: 'post',
  path: '/api/evaluations',
  tag: 'Decisions',
  summary: 'Decide without effects.',
  description:
    'Decides on a given case record, or on that of a case, by the version asked for or the one in force. Nothing is stored.',
  verb: 'evaluations:run',
  permission: { action: 'evaluate', subject: 'case' },
  params: {},
  body: jsonBody(evaluationRequestSchema),
  status: 200,
  reply: evaluationReplySchema,
  scope: { kind: 'named', programOf: ({ body }) => body.program },
  errors: ['FORBIDDEN', 'PROGRAM_NOT_FOUND', 'CASE_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND'],
  noteRead: ({ body }) =>
    body.caseId === undefined
      ? null
      : { type: 'case', id: body.caseId, program: body.program, detail: { part: 'evaluation' } },
  handle: async ({ body, useCases }) => {
    if (body.caseId !== undefined && (await useCases.getCase(body.caseId)).program !== body.program) {
      throw absent('CASE_NOT_FOUND');
    }
    return { body: await useCases.evaluateClaim(body) };
  },
});
