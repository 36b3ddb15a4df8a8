import { informationRequestSchema } from '../../contract/http/claim-request.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { claimReplySchema } from '../../contract/http/replies.ts';
import { requireVerb } from '../access/caller.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const supplyInformation = defineEndpoint({
  name: 'supplyInformation',
  method: 'post',
  path: '/api/cases/:id/information',
  tag: 'Claims',
  summary: 'Complete a case that waits for the customer.',
  description: 'The case is decided again, with the instant at which the claim was first sent.',
  verb: 'claims:write',
  permission: { action: 'update', subject: 'claim' },
  params: { id: idSchema.describe('Id of the case.') },
  body: jsonBody(informationRequestSchema),
  idempotency: 'optional',
  status: 200,
  reply: claimReplySchema,
  scope: {
    kind: 'owned',
    programOf: async ({ params, useCases }) => (await useCases.getCase(params.id)).program,
    code: 'CASE_NOT_FOUND',
  },
  errors: ['FORBIDDEN', 'CASE_NOT_FOUND', 'CASE_NOT_WAITING', 'CONFLICT'],
  handle: async ({ params, body, idempotency, caller, actor, useCases }) => {
    if (body.sender !== undefined) requireVerb(caller, 'claims:attest', '/sender');
    const result = await useCases.supplyInformation({
      caseId: params.id,
      request: body,
      idempotency,
      actor,
    });
    return {
      body: result.response,
      ...(result.status === 'replayed' ? { headers: { 'Idempotency-Replayed': 'true' } } : {}),
    };
  },
});
