import { z } from 'zod';
import { semanticDiffSchema } from '../../contract/http/policy-change-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { decodeQuery } from '../decode/decode-query.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const number = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/u, 'must be the number of a version')
  .describe('Number of a version.');
const query = { from: number, to: number };

export const compareVersions = defineEndpoint({
  name: 'compareVersions',
  method: 'get',
  path: '/api/policies/:id/compare',
  tag: 'Policies',
  summary: 'Tell what differs between two versions.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: programIdSchema.describe('The policy.') },
  query,
  status: 200,
  reply: semanticDiffSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.id, code: 'POLICY_NOT_FOUND' },
  errors: ['POLICY_NOT_FOUND', 'POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, search, useCases }) => {
    const { from, to } = decodeQuery(query, search);
    return { body: await useCases.compareVersions(params.id, Number(from), Number(to)) };
  },
});
