import { instanceViewSchema } from '../../contract/http/instance-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getInstance = defineEndpoint({
  name: 'getInstance',
  method: 'get',
  path: '/api/instance',
  tag: 'Screens',
  summary: 'Read what the sign-in page needs to know.',
  verb: null,
  permission: 'public',
  params: {},
  status: 200,
  reply: instanceViewSchema,
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ useCases }) => ({ body: await useCases.describeInstance() }),
});
