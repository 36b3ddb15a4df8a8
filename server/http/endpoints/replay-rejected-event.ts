import { longIdSchema } from '../../contract/http/primitives.ts';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { eventReplaySchema } from '../../contract/http/replies.ts';
import { absent } from '../access/caller.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { pageOfOne } from '../define-list.ts';

export const replayRejectedEvent = defineEndpoint({
  name: 'replayRejectedEvent',
  method: 'post',
  path: '/api/rejected-events/:id/replay',
  tag: 'Operations',
  summary: 'Try an event again that was refused or waits, or close one that was looked at.',
  description:
    'An event with status attention was applied: nothing is done again, its row goes, and the audit event event.acknowledged keeps who looked, when, and what the row said.',
  verb: 'operations:replay',
  permission: { action: 'replay', subject: 'operation' },
  params: {
    id: longIdSchema.describe(
      'Id of the row, percent-encoded whole, as encodeURIComponent does: it may hold / % and #.',
    ),
  },
  body: jsonBody(emptyBodySchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: eventReplaySchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => {
      const [event] = (await useCases.listRejectedEvents(pageOfOne(params.id))).items;
      if (event === undefined) throw absent('NOT_FOUND');
      return event.program;
    },
    code: 'NOT_FOUND',
  },
  errors: ['NOT_FOUND'],
  handle: async ({ params, actor, useCases }) => ({ body: await useCases.replayRejectedEvent(params.id, actor) }),
});
