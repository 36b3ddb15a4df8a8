import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import { emptyBodySchema } from '../../contract/http/requests.ts';
import { erasureReplySchema } from '../../contract/http/replies.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const eraseCustomer = defineEndpoint({
  name: 'eraseCustomer',
  method: 'post',
  path: '/api/customers/:program/:id/erasure',
  tag: 'Customers',
  summary: 'Erase a customer’s personal data.',
  description:
    'Deletes the customer’s encryption key and every row under it, for good. Decisions stay valid and can still be replayed.',
  verb: 'customers:erase',
  permission: { action: 'erase', subject: 'customer' },
  params: { program: programIdSchema, id: idSchema.describe('Customer, by the program’s own id.') },
  body: jsonBody(emptyBodySchema, { required: false }),
  idempotency: 'beside',
  status: 200,
  reply: erasureReplySchema,
  scope: { kind: 'named', programOf: ({ params }) => params.program },
  errors: ['FORBIDDEN', 'PROGRAM_NOT_FOUND'],
  handle: async ({ params, actor, useCases }) => ({
    body: await useCases.eraseCustomer(params.program, params.id, actor),
  }),
});
