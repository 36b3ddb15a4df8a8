import { importRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const importPolicy = defineEndpoint({
  name: 'importPolicy',
  method: 'post',
  path: '/api/policies/:id/import',
  tag: 'Policies',
  summary: 'Make a draft of files.',
  description: 'The draft passes the same gate and the same approval as any other; nothing is published.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  body: jsonBody(importRequestSchema),
  idempotency: 'beside',
  status: 201,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_INVALID', 'CONFLICT'],
  handle: async ({ params, body, actor, useCases }) => ({
    body: await useCases.importPolicy(params.id, body.files, actor),
  }),
});
