import { policyFilesSchema } from '../../contract/http/policy-view.ts';
import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import { decodeQuery } from '../decode/decode-query.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const query = {
  version: idSchema.optional().describe('Number of a version, or id of a draft; default: what decides now.'),
};

export const exportPolicy = defineEndpoint({
  name: 'exportPolicy',
  method: 'get',
  path: '/api/policies/:id/export',
  tag: 'Policies',
  summary: 'Read a version as files.',
  description: 'Byte-stable: the same version gives the same files; importing them gives an equal draft.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  query,
  status: 200,
  reply: policyFilesSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, search, useCases }) => {
    const { version } = decodeQuery(query, search);
    return { body: await useCases.exportPolicy(params.id, version) };
  },
});
