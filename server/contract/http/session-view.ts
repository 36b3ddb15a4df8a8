import { z } from 'zod';
import { accessRuleSchema } from '../access.ts';
import { rulesFor } from '../../core/access/rules-for.ts';
import { formatInstant } from './instant.ts';
import { instantTextSchema } from './primitives.ts';
import { presentUser, userViewSchema } from './user-view.ts';
import type { UserToPresent, UserView } from './user-view.ts';

/** A session as its own person sees it. */
export const sessionViewSchema = z
  .object({
    user: userViewSchema.describe('Who has signed in.'),
    csrfToken: z.string().describe('To be sent as X-CSRF-Token with every request that is not a GET.'),
    permissions: z.array(accessRuleSchema).describe('What the person may do, as rules that CASL reads.'),
    expiresAt: instantTextSchema.describe('When the session ends unless it is used.'),
  })
  .meta({ id: 'Session', description: 'A session, and what its person may do.' });

/** A session as the contract shows it; instants are ISO text. */
export type SessionView = z.infer<typeof sessionViewSchema>;

/**
 * Shows a user to themselves. That a password has to be replaced is said only in a session that began with it: who
 * signed in elsewhere does not know it.
 */
export function presentSelf(
  user: UserToPresent,
  { signedInBy }: { readonly signedInBy: 'password' | 'oidc' },
): UserView {
  return presentUser({ ...user, mustChangePassword: user.mustChangePassword && signedInBy === 'password' });
}

/** Shows a session. `expiresAt` is epoch ms. */
export function presentSession(
  user: UserToPresent,
  session: { readonly csrfToken: string; readonly expiresAt: number; readonly signedInBy: 'password' | 'oidc' },
): SessionView {
  return {
    user: presentSelf(user, session),
    csrfToken: session.csrfToken,
    permissions: rulesFor(user.grants) as SessionView['permissions'],
    expiresAt: formatInstant(session.expiresAt),
  };
}

/** Ways to sign in. */
export const signInProvidersSchema = z
  .object({
    password: z.boolean().describe('Whether e-mail and password can be used.'),
    oidc: z
      .object({
        name: z.string().describe('Name of the sign-in service, for the button.'),
        url: z.string().describe('Where to send the browser.'),
      })
      .nullable()
      .describe('The OpenID Connect service, or null where none is configured.'),
  })
  .meta({ id: 'SignInProviders', description: 'Ways to sign in.' });
export type SignInProviders = z.infer<typeof signInProvidersSchema>;
