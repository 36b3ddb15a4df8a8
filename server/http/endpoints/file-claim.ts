import { AppError } from '../../contract/error-registry.ts';
import { claimRequestSchema } from '../../contract/http/claim-request.ts';
import { claimReplySchema } from '../../contract/http/replies.ts';
import { requireVerb } from '../access/caller.ts';
import { jsonBody } from '../decode/json-body.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const fileClaim = defineEndpoint({
  name: 'fileClaim',
  method: 'post',
  path: '/api/claims',
  tag: 'Claims',
  summary: 'File a claim and have it decided.',
  description:
    'Opens a case and decides it at once. A claim about something unknown is no error: it becomes a case that asks for more. sentAt and sender are the caller’s word and need the verb claims:attest.',
  verb: 'claims:write',
  permission: { action: 'create', subject: 'claim' },
  params: {},
  body: jsonBody(claimRequestSchema),
  idempotency: 'required',
  status: 201,
  reply: claimReplySchema,
  scope: { kind: 'named', programOf: ({ body }) => body.program },
  errors: ['FORBIDDEN', 'PROGRAM_NOT_FOUND', 'CONFLICT'],
  handle: async ({ body, idempotency, caller, actor, useCases }) => {
    if (body.sentAt !== undefined) requireVerb(caller, 'claims:attest', '/sentAt');
    if (body.sender !== undefined) requireVerb(caller, 'claims:attest', '/sender');
    if (idempotency === undefined) throw new Error('a claim came without its idempotency key');
    const [result] = await useCases.fileClaims([{ request: body, ...idempotency, actor }]);
    if (result === undefined) throw new Error('a claim was filed without a result');
    if (result instanceof AppError) throw result;
    return {
      body: result.response,
      headers: {
        Location: `/api/cases/${encodeURIComponent(result.response.case.id)}`,
        ...(result.status === 'replayed' ? { 'Idempotency-Replayed': 'true' } : {}),
      },
    };
  },
});
