import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeUser, openPeopleHarness, readAudit } from './people-harness.ts';
import type { PeopleHarness, Person } from './people-harness.ts';

let harness: PeopleHarness;
let root: Person;
beforeAll(async () => {
  harness = await openPeopleHarness();
  root = await harness.openAs('root@example.com');
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
      const allowed = await root.call('GET', `/api/cases/${caseId}`);
      expect(allowed.status).toBe(200);
    }
  });
});
