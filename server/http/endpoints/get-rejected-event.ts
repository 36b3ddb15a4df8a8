import { rejectedEventDetailSchema } from '../../contract/http/operations-view.ts';
import { longIdSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getRejectedEvent = defineEndpoint({
  name: 'getRejectedEvent',
  method: 'get',
  path: '/api/rejected-events/:id',
  tag: 'Operations',
  summary: 'Read an event that was refused or waits, with what was sent.',
  verb: 'operations:read',
  permission: { action: 'read', subject: 'operation' },
  params: {
    id: longIdSchema.describe(
      'Id of the row, percent-encoded whole, as encodeURIComponent does: it may hold / % and #.',
    ),
  },
  status: 200,
  reply: rejectedEventDetailSchema,
  scope: { kind: 'shown', programOf: ({ program }) => program, code: 'NOT_FOUND' },
  errors: ['NOT_FOUND'],
  noteRead: ({ params }, { program }) => ({ type: 'rejected_event', id: params.id, program }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getRejectedEvent(params.id) }),
});
