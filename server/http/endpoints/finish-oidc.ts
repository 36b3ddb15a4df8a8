import { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import { clearOidcCookie, readOidcCookie } from '../access/oidc-cookie.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const part = z.string().max(4_000).optional();

export const finishOidc = defineEndpoint({
  name: 'finishOidc',
  method: 'get',
  path: '/api/session/oidc/callback',
  tag: 'People',
  summary: 'End a sign-in at the configured service.',
  description:
    'Where the OpenID Connect service sends the browser back to. Ends at the admin, signed in, or at its sign-in page.',
  verb: null,
  permission: 'public',
  params: {},
  query: {
    code: part.describe('What the service vouches with.'),
    state: part.describe('What the sign-in began with.'),
    iss: part.describe('Who the service says it is.'),
    session_state: part.describe('The service’s own.'),
    error: part.describe('Why the service refused.'),
    error_description: part.describe('The same in words.'),
  },
  status: 302,
  reply: z.null(),
  scope: { kind: 'none' },
  errors: ['NOT_FOUND'],
  handle: async ({ search, headers, actor, session, useCases }) => {
    const callback = new URL(`http://callback/?${search.toString()}`);
    try {
      await session.begin(await useCases.finishOidc(callback, readOidcCookie(headers), actor), 'oidc');
      return { body: null, headers: { Location: '/', 'Set-Cookie': clearOidcCookie(session.needsHttps) } };
    } catch (error) {
      // A browser stands here, not a program: it is taken to the page that can say so.
      if (!(error instanceof AppError) || error.code !== 'SIGN_IN_FAILED') throw error;
      return {
        body: null,
        headers: { Location: '/login?error=SIGN_IN_FAILED', 'Set-Cookie': clearOidcCookie(session.needsHttps) },
      };
    }
  },
});
