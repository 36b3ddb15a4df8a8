import { idSchema } from '../../contract/http/primitives.ts';
import { traceViewSchema } from '../../contract/http/trace-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const explainDecision = defineEndpoint({
  name: 'explainDecision',
  method: 'get',
  path: '/api/decisions/:id/trace',
  tag: 'Decisions',
  summary: 'Read why a decision came out as it did.',
  description: 'The verdict in one sentence, then every rule and condition with the values that were looked at.',
  verb: 'decisions:read',
  permission: { action: 'read', subject: 'decision' },
  params: { id: idSchema.describe('Id of the decision.') },
  status: 200,
  reply: traceViewSchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => (await useCases.getDecision(params.id)).program,
    code: 'DECISION_NOT_FOUND',
  },
  errors: ['DECISION_NOT_FOUND'],
  noteRead: ({ params }) => ({ type: 'decision', id: params.id, detail: { part: 'trace' } }),
  handle: async ({ params, useCases }) => ({ body: await useCases.explainDecision(params.id) }),
});
