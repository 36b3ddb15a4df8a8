import { z } from 'zod';
import { writeOidcCookie } from '../access/oidc-cookie.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const startOidc = defineEndpoint({
  name: 'startOidc',
  method: 'get',
  path: '/api/session/oidc',
  tag: 'People',
  summary: 'Begin a sign-in at the configured service.',
  description: 'Sends the browser to the OpenID Connect service.',
  verb: null,
  permission: 'public',
  params: {},
  status: 302,
  reply: z.null(),
  scope: { kind: 'none' },
  errors: ['NOT_FOUND', 'SIGN_IN_FAILED'],
  handle: async ({ session, useCases }) => {
    const { url, remembered } = await useCases.startOidc();
    return { body: null, headers: { Location: url, 'Set-Cookie': writeOidcCookie(remembered, session.needsHttps) } };
  },
});
