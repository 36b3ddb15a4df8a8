import { draftRequestSchema } from '../../contract/http/policy-requests.ts';
import { policyVersionViewSchema } from '../../contract/http/policy-version-view.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const startDraft = defineEndpoint({
  name: 'startDraft',
  method: 'post',
  path: '/api/policy-versions',
  tag: 'Policies',
  summary: 'Start a draft from a version.',
  verb: null,
  permission: { action: 'edit', subject: 'policy' },
  params: {},
  body: jsonBody(draftRequestSchema),
  idempotency: 'beside',
  status: 201,
  reply: policyVersionViewSchema,
  scope: { kind: 'named', programOf: ({ body }) => body.policy, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND', 'CONFLICT'],
  handle: async ({ body, actor, useCases }) => ({ body: await useCases.startDraft(body, actor) }),
});
