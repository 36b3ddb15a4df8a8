import { createOidc } from '../providers/oidc.ts';
import { generateApiKeySecret, hashApiKeySecret } from '../providers/api-key-secret.ts';
import { createPasswords } from '../providers/passwords.ts';
import { createPseudonyms } from '../providers/pseudonyms.ts';
import { createTextSealer } from '../providers/text-sealer.ts';
import type { KeyDeps } from '../usecases/keys/create-api-key.ts';
import type { PeopleDeps } from '../usecases/people/people-deps.ts';
import type { Config } from './config.ts';
import type { OpenStores } from './open-stores.ts';
import { localUrl } from './wait-ready.ts';

/** What of the configuration people need; without an address of its own there is no sign-in elsewhere. */
export interface PeopleConfig {
  readonly secret: string;
  readonly oidc?: Config['oidc'];
  readonly publicUrl?: Config['publicUrl'];
  readonly host?: string;
  readonly port?: number;
}

/** Puts together what the use cases about people and keys need. */
export function composePeople(
  { stores, clock, ids }: OpenStores,
  config: PeopleConfig,
): { readonly people: PeopleDeps; readonly keys: KeyDeps } {
  const common = { policies: stores.policies, clock, ids };
  const { oidc, publicUrl, host = '127.0.0.1', port = 3000 } = config;
  const redirectUrl = new URL('/api/session/oidc/callback', publicUrl ?? localUrl(host, port)).href;
  return {
    people: {
      ...common,
      users: stores.users,
      attempts: stores.attempts,
      auditTrail: stores.auditTrail,
      passwords: createPasswords(),
      pseudonyms: createPseudonyms(config.secret),
      sealer: createTextSealer(config.secret),
      ...(oidc === undefined ? {} : { signInService: createOidc({ ...oidc, redirectUrl }, () => clock.now()) }),
    },
    keys: { ...common, apiKeys: stores.apiKeys, secrets: { generate: generateApiKeySecret, hash: hashApiKeySecret } },
  };
}
