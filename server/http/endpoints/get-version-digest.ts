import { digestReplySchema } from '../../contract/http/policy-version-view.ts';
import { idSchema } from '../../contract/http/primitives.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getVersionDigest = defineEndpoint({
  name: 'getVersionDigest',
  method: 'get',
  path: '/api/policy-versions/:id/digest',
  tag: 'Policies',
  summary: 'Read what stands now, as one digest.',
  description: 'Cheap enough to be asked every few seconds while somebody reads.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  params: { id: idSchema.describe('Id of the version or draft.') },
  status: 200,
  reply: digestReplySchema,
  scope: {
    kind: 'owned',
    programOf: ({ params, useCases }) => useCases.getPolicyOf(params.id),
    code: 'POLICY_VERSION_NOT_FOUND',
  },
  errors: ['POLICY_VERSION_NOT_FOUND'],
  handle: async ({ params, useCases }) => ({ body: await useCases.getVersionDigest(params.id) }),
});
