import { idSchema } from '../../contract/http/primitives.ts';
import { timelineViewSchema } from '../../contract/http/timeline-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getTimeline = defineEndpoint({
  name: 'getTimeline',
  method: 'get',
  path: '/api/cases/:id/timeline',
  tag: 'Cases',
  summary: 'Read what happened in a case.',
  verb: 'cases:read',
  permission: { action: 'read', subject: 'case' },
  params: { id: idSchema.describe('Id of the case.') },
  status: 200,
  reply: timelineViewSchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => (await useCases.getCase(params.id)).program,
    code: 'CASE_NOT_FOUND',
  },
  errors: ['CASE_NOT_FOUND'],
  noteRead: ({ params }) => ({ type: 'case', id: params.id, detail: { part: 'timeline' } }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getTimeline(params.id) }),
});
