import { notificationReplySchema } from '../../contract/http/replies.ts';
import { providerNameSchema, providerNotificationSchema } from '../../contract/http/requests.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const notifyProvider = defineEndpoint({
  name: 'notifyProvider',
  method: 'post',
  path: '/api/providers/:provider/notifications',
  tag: 'Payouts',
  summary: 'Tell what became of a refund at its provider.',
  description:
    'For the sandbox, and for programs that hear from their provider first. The same word again changes nothing.',
  verb: 'payouts:notify',
  permission: { action: 'update', subject: 'provider' },
  params: { provider: providerNameSchema },
  body: jsonBody(providerNotificationSchema),
  idempotency: 'beside',
  status: 200,
  reply: notificationReplySchema,
  scope: {
    kind: 'owned',
    programOf: async ({ body, useCases }) => (await useCases.getPayout(body.payoutId)).program,
    code: 'PAYOUT_NOT_FOUND',
  },
  errors: ['PAYOUT_NOT_FOUND'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.notifyProvider(params.provider, body, actor),
  }),
});
