import { caseViewSchema } from '../../contract/http/case-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getCase = defineEndpoint({
  name: 'getCase',
  method: 'get',
  path: '/api/cases/:id',
  tag: 'Cases',
  summary: 'Read a case.',
  verb: 'cases:read',
  permission: { action: 'read', subject: 'case' },
  params: { id: idSchema.describe('Id of the case.') },
  status: 200,
  reply: caseViewSchema,
  scope: { kind: 'shown', programOf: (found) => found.program, code: 'CASE_NOT_FOUND' },
  errors: ['CASE_NOT_FOUND'],
  noteRead: ({ params }, { program }) => ({ type: 'case', id: params.id, program }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getCase(params.id) }),
});
