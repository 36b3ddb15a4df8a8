import { apiKeyViewSchema, reasonBodySchema } from '../../contract/http/api-key-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const revokeApiKey = defineEndpoint({
  name: 'revokeApiKey',
  method: 'post',
  path: '/api/api-keys/:id/revoke',
  tag: 'People',
  summary: 'Revoke an API key for good.',
  description: 'Every process notices within five seconds.',
  verb: null,
  permission: { action: 'revoke', subject: 'api_key' },
  params: { id: idSchema.describe('Id of the key.') },
  body: jsonBody(reasonBodySchema),
  idempotency: 'beside',
  status: 200,
  reply: apiKeyViewSchema,
  scope: { kind: 'none' },
  errors: ['API_KEY_NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.revokeApiKey(params.id, body.reason, actor),
  }),
});
