import { idSchema } from '../../contract/http/primitives.ts';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { deadLetterReplaySchema } from '../../contract/http/replies.ts';
import { absent } from '../access/caller.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { pageOfOne } from '../define-list.ts';

export const replayDeadLetter = defineEndpoint({
  name: 'replayDeadLetter',
  method: 'post',
  path: '/api/dead-letters/:id/replay',
  tag: 'Operations',
  summary: 'Make work that was given up due again.',
  verb: 'operations:replay',
  permission: { action: 'replay', subject: 'operation' },
  params: { id: idSchema.describe('Id of the dead letter.') },
  body: jsonBody(emptyBodySchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: deadLetterReplaySchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => {
      const [letter] = (await useCases.listDeadLetters(pageOfOne(params.id))).items;
      if (letter === undefined) throw absent('NOT_FOUND');
      return letter.program;
    },
    code: 'NOT_FOUND',
  },
  errors: ['NOT_FOUND'],
  handle: async ({ params, actor, useCases }) => ({ body: await useCases.replayDeadLetter(params.id, actor) }),
});
