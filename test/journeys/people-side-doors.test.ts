import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../server/contract/http/session-view.ts';
import { ACCOUNT_LOCK_OUT } from '../../server/core/access/lock-out.ts';
import { makeUser, openPeopleHarness, PASSWORD, readAudit, ROOT } from './people-harness.ts';
import type { PeopleHarness, Person } from './people-harness.ts';

let harness: PeopleHarness;
let root: Person;
beforeAll(async () => {
  harness = await openPeopleHarness();
  root = await harness.openAs(ROOT);
}, 120_000);
afterAll(() => harness?.close());

/** Makes somebody of these roles and signs them in. */
async function enter(
  name: string,
  ...grants: readonly { role: string; programs: readonly string[] }[]
): Promise<Person> {
  await makeUser(harness, root, `${name}@example.com`, grants);
  return harness.openAs(`${name}@example.com`);
}

/** Has a claim about nothing that is known decided in a program. @returns the id of its case */
async function fileClaim(program: string): Promise<string> {
  const wanted = { name: `shop of ${program}`, programs: [program], verbs: ['claims:write'] };
  const { secret } = (await root.call<{ secret: string }>('POST', '/api/api-keys', wanted)).body;
  const answer = await fetch(`${harness.bases[0]}/api/claims`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'once' },
    body: JSON.stringify({
      program,
      customerId: 'secret-customer',
      subject: { type: 'order', id: 'unknown' },
      reason: 'other',
      remedy: 'cash',
      channel: 'api',
    }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { case: { id: string } }).case.id;
}

describe('an admin of one program', () => {
  it('makes, takes over and confirms nothing of the statutory floor', async () => {
    const local = await enter('local', { role: 'admin', programs: ['anumi'] });
    const legal = {
      email: 'puppet@example.com',
      name: 'Puppet',
      grants: [{ role: 'legal_owner', programs: ['anumi'] }],
    };
    expect((await local.call('POST', '/api/users', legal)).status).toBe(403);
    const made = await root.call<{ id: string }>('POST', '/api/users', legal);
    expect(made.status).toBe(201);
    expect((await local.call('POST', `/api/users/${made.body.id}/password`, {})).status).toBe(403);
    expect((await local.call('PUT', `/api/users/${made.body.id}`, { status: 'locked' })).status).toBe(403);
    const confirm = '/api/policies/statutory-floor/emergency/statutory-floor.d1/confirm';
    const refused = await local.call<{ code: string }>('POST', confirm, { reason: 'I looked at it' });
    expect([refused.status, refused.body.code]).toEqual([404, 'POLICY_NOT_FOUND']);
  });
});

describe('a user without rights in an admin’s programs', () => {
  it('is not there for that admin: not in the list, not by id, not to be changed', async () => {
    const local = await enter('narrow', { role: 'admin', programs: ['anumi'] });
    const make = async (name: string, programs: readonly string[]): Promise<string> => {
      const wanted = { email: `${name}@example.com`, name, grants: [{ role: 'reviewer', programs }] };
      return (await root.call<{ id: string }>('POST', '/api/users', wanted)).body.id;
    };
    const [theirs, shared, everywhere] = [
      await make('theirs', ['photoroom']),
      await make('shared', ['photoroom', 'anumi']),
      await make('everywhere', ['*']),
    ];
    const list = await local.call<{ id: string }[]>('GET', '/api/users?range=[0,99]');
    const listed = list.body.map(({ id }) => id);
    expect([theirs, shared, everywhere].map((id) => listed.includes(id))).toEqual([false, true, true]);
    const statusOf = async (id: string) => (await local.call('GET', `/api/users/${id}`)).status;
    expect([await statusOf(theirs), await statusOf(shared), await statusOf(everywhere)]).toEqual([404, 200, 200]);
    const absent = await local.call<{ detail: string }>('GET', '/api/users/nobody');
    expect((await local.call<{ detail: string }>('GET', `/api/users/${theirs}`)).body.detail).toBe(absent.body.detail);
    for (const path of ['/password', '/sign-out'])
      expect((await local.call('POST', `/api/users/${theirs}${path}`, {})).status).toBe(404);
    expect((await local.call('PUT', `/api/users/${theirs}`, { status: 'locked' })).status).toBe(404);
    expect((await local.call('PUT', `/api/users/${shared}`, { status: 'locked' })).status).toBe(403);
  });
});

describe('an auditor of one program who owns the policy of another', () => {
  it('reads no more of that one’s audit than what is about its policy', async () => {
    await fileClaim('jimeng');
    const owner = await enter('owner', { role: 'policy_owner', programs: ['jimeng'] });
    expect((await owner.call('POST', '/api/policy-versions', { policy: 'jimeng', from: 1 })).status).toBe(201);
    const mixed = await enter(
      'mixed',
      { role: 'auditor', programs: ['anumi'] },
      { role: 'policy_owner', programs: ['jimeng'] },
    );
    const typesFor = async (person: Person): Promise<string[]> => [
      ...new Set((await readAudit(person, { program: 'jimeng' })).map(({ subject }) => subject.type)),
    ];
    expect(await typesFor(root)).toContain('decision');
    expect(await typesFor(mixed)).toEqual(await typesFor(owner));
    expect(await typesFor(mixed)).toContain('policy_version');
    expect((await typesFor(mixed)).every((type) => type.startsWith('policy') || type === 'activation')).toBe(true);
  });
});

describe('who may try the statutory floor', () => {
  it('opens no case of another program by it, and nobody can tell it from one that does not exist', async () => {
    const caseId = await fileClaim('post-remixer');
    const owner = await enter('floor-trier', { role: 'policy_owner', programs: ['anumi'] });
    for (const [act, more] of [
      ['try', {}],
      ['case-from', { name: 'seen' }],
    ] as const) {
      const ask = async (id: string): Promise<unknown[]> => {
        const path = `/api/policy-versions/statutory-floor.v1/${act}`;
        const { status, body } = await owner.call<Record<string, unknown>>('POST', path, { caseId: id, ...more });
        return [status, body['code'], body['detail']];
      };
      expect(await ask(caseId)).toEqual(await ask('no-such-case'));
      expect((await ask(caseId))[0]).toBe(404);
      expect((await root.call('GET', `/api/cases/${caseId}`)).status).toBe(200);
    }
  });
});

describe('a password', () => {
  it('is not guessed by many tries at once', async () => {
    await enter('burst');
    const tries = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        harness.open().signIn('burst@example.com', index === 15 ? PASSWORD : `wrong password ${index}`),
      ),
    );
    const looked = tries.filter((status) => status !== 429);
    expect(looked.length).toBeLessThanOrEqual(ACCOUNT_LOCK_OUT.freeFailures + 1);
  });

  it('that an admin reset is not put back by whoever changes it at that moment', async () => {
    const thief = await enter('reset');
    const { id } = (await thief.call<SessionView>('GET', '/api/session')).body.user;
    const [changed, reset] = await Promise.all([
      thief.call('PUT', '/api/session/password', { current: PASSWORD, next: 'stolen for good and all' }),
      root.call<{ oneTimePassword: string }>('POST', `/api/users/${id}/password`, {}),
    ]);
    // Whichever came first, the password of the other is refused or replaced; never do both succeed and the reset is lost.
    if (reset.status === 201) {
      expect(await harness.open().signIn('reset@example.com', reset.body.oneTimePassword)).toBe(200);
      expect((await thief.call('GET', '/api/session')).status).toBe(401);
    } else expect([changed.status, reset.status]).toEqual([200, 409]);
  });

  it('that somebody else gave opens neither what waits nor a look-up', async () => {
    const wanted = { email: 'fresh@example.com', name: 'Fresh', grants: [{ role: 'auditor', programs: ['*'] }] };
    const { oneTimePassword } = (await root.call<{ oneTimePassword: string }>('POST', '/api/users', wanted)).body;
    const fresh = await harness.openAs('fresh@example.com', oneTimePassword);
    for (const path of ['/api/waiting', '/api/lookup?q=anumi']) {
      const { status, body } = await fresh.call<{ code: string }>('GET', path);
      expect([path, status, body.code]).toEqual([path, 403, 'PASSWORD_CHANGE_REQUIRED']);
    }
  });
});

describe('a look-up', () => {
  it('tells an admin of one program nothing of another’s keys', async () => {
    const wanted = { name: 'their shop', programs: ['photoroom'], verbs: ['cases:read'] };
    const { id } = (await root.call<{ id: string }>('POST', '/api/api-keys', wanted)).body;
    const local = await enter('looker', { role: 'admin', programs: ['anumi'] });
    expect((await local.call('GET', `/api/lookup?q=${id}`)).body).toEqual([]);
    expect((await root.call('GET', `/api/lookup?q=${id}`)).body).toMatchObject([{ type: 'api_key', id }]);
  });
});

describe('a request that is sent again with its Idempotency-Key', () => {
  it('makes no second draft, and is answered as the first', async () => {
    const owner = await enter('repeater', { role: 'policy_owner', programs: ['anypic'] });
    const start = () =>
      owner.call<{ id: string }>('POST', '/api/policy-versions', { policy: 'anypic', from: 1 }, undefined, {
        'Idempotency-Key': 'again',
      });
    const [first, second] = [await start(), await start()];
    expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(second.body).toEqual(first.body);
  });

  it('is refused where the answer is a secret', async () => {
    const wanted = { email: 'twice@example.com', name: 'Twice', grants: [] };
    const refused = await root.call('POST', '/api/users', wanted, undefined, { 'Idempotency-Key': 'again' });
    expect(refused.status).toBe(400);
    expect((await root.call('POST', '/api/users', wanted)).status).toBe(201);
  });
});

describe('the last two admins', () => {
  it('cannot lock each other, and leave nobody', async () => {
    const second = await enter('second', { role: 'admin', programs: ['*'] });
    const idOf = async (person: Person): Promise<string> =>
      (await person.call<SessionView>('GET', '/api/session')).body.user.id;
    const [own, other] = [await idOf(root), await idOf(second)];
    const outcomes = await Promise.all([
      root.call('PUT', `/api/users/${other}`, { status: 'locked' }),
      second.call('PUT', `/api/users/${own}`, { status: 'locked' }, harness.bases[1]),
    ]);
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await Promise.all([harness.open().signIn(ROOT), harness.open().signIn('second@example.com')]);
    expect(left.toSorted()).toEqual([200, 401]);
  });
});
