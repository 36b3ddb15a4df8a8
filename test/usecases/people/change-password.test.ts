import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../server/core/access/request-actor.ts';
import type { RequestActor } from '../../../server/core/access/request-actor.ts';
import { changePassword } from '../../../server/usecases/people/change-password.ts';
import { createUser } from '../../../server/usecases/people/create-user.ts';
import type { PeopleDeps } from '../../../server/usecases/people/people-deps.ts';
import { resetPassword } from '../../../server/usecases/people/reset-password.ts';
import { signIn } from '../../../server/usecases/people/sign-in.ts';
import { signOutEverywhere } from '../../../server/usecases/people/sign-out-everywhere.ts';
import { openHarness } from '../../journeys/service-harness.ts';
import type { Harness } from '../../journeys/service-harness.ts';

const OLD = 'the tides of march';
const STOLEN = 'stolen for good and all';
const CLI = systemActor('test');

let harness: Harness;
let people: PeopleDeps;
beforeAll(async () => {
  harness = await openHarness();
  const [service] = harness.services;
  people = service.people;
});
afterAll(() => harness?.close());

async function make(name: string): Promise<RequestActor> {
  const wanted = { email: `${name}@example.com`, name, grants: [], password: OLD };
  const { user } = await createUser(people, wanted, CLI);
  return { kind: 'user', id: user.id, name, grants: [], ip: `10.0.0.${name.length}` };
}

/** The same, but somebody acts once the old password was found to fit, or once the new one was hashed. */
function interrupted(at: 'verify' | 'hash', act: () => Promise<unknown>): PeopleDeps {
  const { passwords } = people;
  const acting = async <T>(result: T): Promise<T> => {
    await act();
    return result;
  };
  return {
    ...people,
    passwords: {
      ...passwords,
      verify: async (hash, password) => {
        const fits = await passwords.verify(hash, password);
        return at === 'verify' ? acting(fits) : fits;
      },
      hash: async (password) => {
        const hash = await passwords.hash(password);
        return at === 'hash' ? acting(hash) : hash;
      },
    },
  };
}

describe('a password that is changed', () => {
  it.each(['verify', 'hash'] as const)('does not outlast a reset that came while it was looked at (%s)', async (at) => {
    const thief = await make(`reset-${at}`);
    let oneTimePassword = '';
    const deps = interrupted(at, async () => {
      oneTimePassword = (await resetPassword(people, thief.id, CLI)).oneTimePassword;
    });
    await expect(changePassword(deps, { current: OLD, next: STOLEN }, thief)).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await signIn(people, `reset-${at}@example.com`, oneTimePassword, CLI)).mustChangePassword).toBe(true);
    await expect(signIn(people, `reset-${at}@example.com`, STOLEN, CLI)).rejects.toMatchObject({
      code: 'SIGN_IN_FAILED',
    });
  });

  it('does not overrule that the sessions were ended meanwhile', async () => {
    const thief = await make('signed-out');
    const deps = interrupted('verify', () => signOutEverywhere(people, { userId: thief.id }, CLI));
    await expect(changePassword(deps, { current: OLD, next: STOLEN }, thief)).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await people.users.find(thief.id))?.sessionEpoch).toBe(1);
  });

  it('ends every session', async () => {
    const person = await make('plain');
    const changed = await changePassword(people, { current: OLD, next: 'the tides of april' }, person);
    expect(changed.sessionEpoch).toBe(1);
    expect(await people.users.find(person.id)).toEqual(changed);
  });
});
