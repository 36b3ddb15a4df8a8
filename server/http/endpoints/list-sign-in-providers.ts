import { signInProvidersSchema } from '../../contract/http/session-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const listSignInProviders = defineEndpoint({
  name: 'listSignInProviders',
  method: 'get',
  path: '/api/session/providers',
  tag: 'People',
  summary: 'Read the ways to sign in.',
  verb: null,
  permission: 'public',
  params: {},
  status: 200,
  reply: signInProvidersSchema,
  scope: { kind: 'none' },
  errors: [],
  handle: async ({ useCases }) => ({ body: await useCases.listSignInProviders() }),
});
