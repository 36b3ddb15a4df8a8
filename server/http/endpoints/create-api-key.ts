import { createdApiKeySchema, newApiKeySchema } from '../../contract/http/api-key-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const createApiKey = defineEndpoint({
  name: 'createApiKey',
  method: 'post',
  path: '/api/api-keys',
  tag: 'People',
  summary: 'Make an API key.',
  description: 'Answers its secret, once; only its hash is stored.',
  verb: null,
  permission: { action: 'create', subject: 'api_key' },
  params: {},
  body: jsonBody(newApiKeySchema),
  idempotency: 'refused',
  status: 201,
  reply: createdApiKeySchema,
  scope: { kind: 'none' },
  errors: ['PROGRAM_NOT_FOUND'],
  handle: async ({ body, actor, useCases }) => ({ body: await useCases.createApiKey(body, actor) }),
});
