import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../server/contract/error-registry.ts';
import { ACCOUNT_LOCK_OUT, ADDRESS_LOCK_OUT } from '../../../server/core/access/lock-out.ts';
import { systemActor } from '../../../server/core/access/request-actor.ts';
import { changePassword } from '../../../server/usecases/people/change-password.ts';
import { createUser } from '../../../server/usecases/people/create-user.ts';
import type { PeopleDeps } from '../../../server/usecases/people/people-deps.ts';
import { signIn } from '../../../server/usecases/people/sign-in.ts';
import { openHarness } from '../../journeys/service-harness.ts';
import type { Harness } from '../../journeys/service-harness.ts';

const RIGHT = 'the tides of march';
const LOOKED_AT = ACCOUNT_LOCK_OUT.freeFailures + 1;

let harness: Harness;
let people: PeopleDeps;
beforeAll(async () => {
  harness = await openHarness();
  const [service] = harness.services;
  people = service.people;
});
afterAll(() => harness?.close());

/** Makes somebody, and counts how often their password is looked at from now on, of which none takes long. */
async function make(email: string): Promise<{ readonly deps: PeopleDeps; readonly id: string; looks: number }> {
  const { user } = await createUser(people, { email, name: email, grants: [], password: RIGHT }, systemActor('test'));
  const counted = {
    id: user.id,
    looks: 0,
    deps: {
      ...people,
      passwords: {
        ...people.passwords,
        verify: async (hash: string | undefined, password: string) => {
          counted.looks += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
          return hash !== undefined && password === RIGHT;
        },
      },
    },
  };
  return counted;
}

const from = (ip: string) => ({ ...systemActor('test'), ip });
const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error));

describe('many tries at once', () => {
  it('get no more looks at the password than one after the other, the right one among them', async () => {
    const person = await make('burst@example.com');
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        signIn(person.deps, 'burst@example.com', index === 24 ? RIGHT : `wrong ${index}`, from(`10.1.0.${index}`)).then(
          () => 'let in',
          codeOf,
        ),
      ),
    );
    expect(person.looks).toBeLessThanOrEqual(LOOKED_AT);
    expect(outcomes.filter((outcome) => outcome === 'LOCKED_OUT').length).toBeGreaterThanOrEqual(25 - LOOKED_AT);
  });

  it('of a change of the password neither', async () => {
    const person = await make('inside@example.com');
    const actor = { kind: 'user' as const, id: person.id, name: 'x', grants: [] };
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        changePassword(
          person.deps,
          { current: `wrong ${index}`, next: 'whatever it is' },
          { ...actor, ip: `10.2.0.${index}` },
        ).then(() => 'changed', codeOf),
      ),
    );
    expect(person.looks).toBeLessThanOrEqual(LOOKED_AT);
    expect(outcomes).not.toContain('changed');
  });
});

describe('a sign-in that went well', () => {
  it('leaves no bar on the account, nor one of its own on the address', async () => {
    const person = await make('careful@example.com');
    const enter = (password: string) =>
      signIn(person.deps, 'careful@example.com', password, from('10.3.0.1')).catch(codeOf);
    for (let failed = 0; failed < ACCOUNT_LOCK_OUT.freeFailures; failed += 1)
      expect(await enter('wrong')).toBe('SIGN_IN_FAILED');
    for (let round = 0; round < 2 + ADDRESS_LOCK_OUT.freeFailures; round += 1)
      expect(await enter(RIGHT)).toMatchObject({ id: person.id });
  });
});
