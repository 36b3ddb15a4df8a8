import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';
import { findFreePort } from '../../server/main/embedded/free-port.ts';

/** A person at the sign-in service. */
interface OutsidePerson {
  readonly sub: string;
  readonly email: string;
  readonly verified: boolean;
}

/** A real OpenID Connect provider on this machine, where everybody named in the login hint is let in. */
export interface SignInServiceHarness {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next. */
  become(person: OutsidePerson): void;
  close(): Promise<void>;
}

/** Starts the provider. `redirectUrl` is registered for its one client. */
export async function openSignInService(redirectUrl: string): Promise<SignInServiceHarness> {
  const issuer = `http://127.0.0.1:${await findFreePort()}`;
  const [clientId, clientSecret] = ['redress', 'a secret of the client that is long enough'];
  let current: OutsidePerson = { sub: 'nobody', email: 'nobody@example.com', verified: false };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUrl],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, email: current.email, email_verified: current.verified, name: 'Somebody' }),
    }),
  });
  const handle = provider.callback();
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void handle(request, response);
    void letIn(provider, current, request, response);
  });
  server.listen(Number(new URL(issuer).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    clientId,
    clientSecret,
    become: (person) => {
      current = person;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Signs in and consents without a page, as a person would with two clicks. */
async function letIn(
  provider: Provider,
  person: OutsidePerson,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email profile');
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId: person.sub }, consent: { grantId } });
}
