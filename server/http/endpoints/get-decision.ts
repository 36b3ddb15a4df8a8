import { decisionViewSchema } from '../../contract/http/decision-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getDecision = defineEndpoint({
  name: 'getDecision',
  method: 'get',
  path: '/api/decisions/:id',
  tag: 'Decisions',
  summary: 'Read a decision.',
  verb: 'decisions:read',
  permission: { action: 'read', subject: 'decision' },
  params: { id: idSchema.describe('Id of the decision.') },
  status: 200,
  reply: decisionViewSchema,
  scope: { kind: 'shown', programOf: (found) => found.program, code: 'DECISION_NOT_FOUND' },
  errors: ['DECISION_NOT_FOUND'],
  noteRead: ({ params }, { program }) => ({ type: 'decision', id: params.id, program }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getDecision(params.id) }),
});
