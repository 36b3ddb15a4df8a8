import { idSchema } from '../../contract/http/primitives.ts';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { replayReplySchema } from '../../contract/http/replies.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const replayDecision = defineEndpoint({
  name: 'replayDecision',
  method: 'post',
  path: '/api/decisions/:id/replay',
  tag: 'Decisions',
  summary: 'Run a decision again.',
  description: 'From its stored record and versions, without effects; everything is compared, byte for byte.',
  verb: 'decisions:replay',
  permission: { action: 'replay', subject: 'decision' },
  params: { id: idSchema.describe('Id of the decision.') },
  body: jsonBody(emptyBodySchema, { required: false }),
  status: 200,
  reply: replayReplySchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => (await useCases.getDecision(params.id)).program,
    code: 'DECISION_NOT_FOUND',
  },
  errors: ['DECISION_NOT_FOUND'],
  noteRead: ({ params }) => ({ type: 'decision', id: params.id, detail: { part: 'replay' } }),
  handle: async ({ params, useCases }) => ({ body: await useCases.replayDecision(params.id) }),
});
