import { payoutViewSchema } from '../../contract/http/payout-view.ts';
import { longIdSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getPayout = defineEndpoint({
  name: 'getPayout',
  method: 'get',
  path: '/api/payouts/:id',
  tag: 'Payouts',
  summary: 'Read a payout.',
  verb: 'payouts:read',
  permission: { action: 'read', subject: 'payout' },
  params: {
    id: longIdSchema.describe(
      'Id of the payout, percent-encoded whole, as encodeURIComponent does: it may hold / % and #.',
    ),
  },
  status: 200,
  reply: payoutViewSchema,
  scope: { kind: 'shown', programOf: (found) => found.program, code: 'PAYOUT_NOT_FOUND' },
  errors: ['PAYOUT_NOT_FOUND'],
  noteRead: ({ params }, { program }) => ({ type: 'payout', id: params.id, program }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getPayout(params.id) }),
});
