import { systemActor } from '../core/access/request-actor.ts';
import type { Role } from '../core/access/role.ts';
import { createUser } from '../usecases/people/create-user.ts';
import { composePeople } from './compose-people.ts';
import type { Config } from './config.ts';
import { findCredentials, saveCredentials } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { openStores } from './open-stores.ts';

/** One person per role, and a second owner and approver, since nobody approves their own change. */
const PEOPLE: readonly { readonly email: string; readonly name: string; readonly role: Role }[] = [
  { email: 'admin@redress.example', name: 'Admin', role: 'admin' },
  { email: 'owner-a@redress.example', name: 'Owner A', role: 'policy_owner' },
  { email: 'owner-b@redress.example', name: 'Owner B', role: 'policy_owner' },
  { email: 'approver-a@redress.example', name: 'Approver A', role: 'policy_approver' },
  { email: 'approver-b@redress.example', name: 'Approver B', role: 'policy_approver' },
  { email: 'legal@redress.example', name: 'Legal owner', role: 'legal_owner' },
  { email: 'reviewer@redress.example', name: 'Reviewer', role: 'reviewer' },
  { email: 'auditor@redress.example', name: 'Auditor', role: 'auditor' },
  { email: 'operator@redress.example', name: 'Operator', role: 'operator' },
];

/**
 * Makes the people that the embedded default can be tried with, each for all programs, and notes their passwords in the
 * data folder: REDRESS_ADMIN_PASSWORD for all where it is set, else one each. Who is there already stays as they are.
 * The file is written first, so that a start cut short leaves nobody behind whose password nobody knows.
 */
export async function ensureDemoUsers(
  config: Pick<Config, 'dataDir' | 'adminPassword' | 'mongodbUri' | 'secret'>,
): Promise<Credentials['users']> {
  const known = await findCredentials(config);
  if (known === null) throw new Error('the credentials are made before the users');
  const open = await openStores(config);
  try {
    const { people } = composePeople(open, config);
    const users = PEOPLE.map(({ email, role }) => {
      const noted = known.users.find((user) => user.email === email);
      return noted ?? { email, password: config.adminPassword ?? people.passwords.generate(), roles: [role] };
    });
    await saveCredentials(config, { ...known, users });
    for (const { email, name, role } of PEOPLE) {
      const password = users.find((user) => user.email === email)?.password ?? '';
      if ((await people.users.findByEmail(email)) !== null) continue;
      await createUser(
        people,
        { email, name, password, demo: true, grants: [{ role, programs: ['*'] }] },
        systemActor('bootstrap'),
      );
    }
    return users;
  } finally {
    await open.stores.close();
  }
}
