import * as oidc from 'openid-client';
import { AppError } from '../contract/error-registry.ts';
import type { OutsideIdentity, SignInService } from '../ports/sign-in-service.ts';

/** How the sign-in service is reached. `redirectUrl` is registered there, letter by letter. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly redirectUrl: string;
}

/** How long the service's own description is believed, ms: keys and addresses change. */
const DISCOVERY_MS = 3_600_000;

/** OpenID Connect by authorization code with PKCE, state and nonce. An issuer on plain http is for this machine alone. */
export function createOidc(
  { issuer, clientId, clientSecret, name, redirectUrl }: OidcOptions,
  now: () => number,
): SignInService {
  const server = new URL(issuer);
  let known: { readonly at: number; readonly client: Promise<oidc.Configuration> } | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    if (known !== undefined && now() - known.at < DISCOVERY_MS) return known.client;
    const client = oidc.discovery(
      server,
      clientId,
      clientSecret,
      undefined,
      isLocal(server) ? { execute: [oidc.allowInsecureRequests] } : {},
    );
    known = { at: now(), client };
    client.catch(() => (known = undefined));
    return client;
  };
  return {
    name,
    async start() {
      const client = await translate(discover());
      const secrets = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(client, {
        redirect_uri: redirectUrl,
        scope: 'openid email profile',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url, secrets };
    },
    async finish(callback, { state, nonce, codeVerifier }) {
      const client = await translate(discover());
      // The address as the service knows it: behind a proxy ours looks different from within.
      const asked = new URL(redirectUrl);
      asked.search = callback.search;
      const checks = {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      return translate(identify(client, await translate(oidc.authorizationCodeGrant(client, asked, checks))));
    },
  };
}

/** The ID token where it tells the address, else what the service tells of the person. */
async function identify(
  client: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
): Promise<OutsideIdentity> {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('the sign-in service sent no ID token');
  const person =
    typeof claims['email'] === 'string' ? claims : await oidc.fetchUserInfo(client, tokens.access_token, claims.sub);
  const { email, email_verified: verified } = person;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...(typeof email === 'string' ? { email } : {}),
    emailVerified: verified === true,
  };
}

/** Whatever went wrong between us and the service, the person learns only that it did; the cause is for the log. */
async function translate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new AppError('SIGN_IN_FAILED', 'The sign-in service did not confirm who you are. Begin again.', {
      cause: error,
    });
  }
}

function isLocal({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
