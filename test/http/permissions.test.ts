import { afterAll, describe, expect, it } from 'vitest';
import { FLOOR_POLICY } from '../../server/core/policies/policy-version.ts';
import { ROLES } from '../../server/core/access/role.ts';
import type { Role } from '../../server/core/access/role.ts';
import { buildOpenApi } from '../../server/http/docs/build-openapi.ts';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import type { Endpoint } from '../../server/http/define-endpoint.ts';
import { grant } from '../builders/users.ts';
import { bearer, createTestApp, type TestApp } from '../fakes/http-app.ts';
import { sendEndpoint } from '../fakes/send-endpoint.ts';
import { signInAs } from '../fakes/sign-in.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';
import { PERMISSION_TABLE } from './permission-table.ts';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

/** Health, readiness and metrics are for machines that have no key. */
const OPERATIONS_PAGES = 3;

const operations = Object.values(buildOpenApi(ENDPOINTS).paths ?? {}).flatMap((path) =>
  Object.values(path as Record<string, Operation>),
);
const documented = operations
  .map(({ operationId }) => operationId)
  .filter((id) => ENDPOINTS.some(({ name }) => name === id));

function endpointOf(name: string): Endpoint {
  const endpoint = ENDPOINTS.find((one) => one.name === name);
  if (endpoint === undefined) throw new Error(`${name} is documented and not mounted`);
  return endpoint;
}

function expectedFor(name: string, role: Role | null, program: string): 'allowed' | 'refused' {
  const people = PERMISSION_TABLE[name]?.people ?? {};
  if (people === 'public' || people === 'self') return 'allowed';
  const reach = role === null ? undefined : people[role];
  if (reach === undefined) return 'refused';
  const onFloor = program === FLOOR_POLICY;
  return reach === '*' || (reach === 'floor') === onFloor ? 'allowed' : 'refused';
}

/** What a person with these roles gets, for all programs unless some are named. */
async function ask(
  test: TestApp,
  name: string,
  grants: Parameters<typeof signInAs>[1],
  program: string,
): Promise<{ outcome: 'allowed' | 'refused'; status: number; calls: readonly string[] }> {
  const headers = await signInAs(test, grants);
  const { status, text } = await sendEndpoint(test, endpointOf(name), headers, program);
  const hidden = status === 404 && text.includes('Check the id, and that you may see its program.');
  const refused = status === 401 || status === 403 || hidden;
  return { outcome: refused ? 'refused' : 'allowed', status, calls: test.fake.calls.map((call) => call.name) };
}

describe('the table of permissions', () => {
  it('knows every operation of the document, and no other', () => {
    expect(operations).toHaveLength(documented.length + OPERATIONS_PAGES);
    expect(Object.keys(PERMISSION_TABLE).toSorted()).toEqual(documented.toSorted());
  });

  it('says of every operation what the document says', () => {
    for (const { operationId, security = [] } of operations) {
      const rights = PERMISSION_TABLE[operationId];
      if (rights === undefined) continue;
      const ways = security.flatMap((way) => Object.keys(way)).toSorted();
      expect([operationId, ways]).toEqual([
        operationId,
        rights.people === 'public' ? [] : rights.key === null ? ['session'] : ['apiKey', 'session'],
      ]);
    }
  });
});

describe.each(documented)('%s', (name) => {
  const rights = PERMISSION_TABLE[name];
  /** By program; everybody who asks for this operation asks the same app, for to make one takes longer than to ask. */
  const apps = new Map<string, TestApp>();
  const appOf = (program: string): TestApp => {
    const app = apps.get(program) ?? createTestApp(new FakeUseCases(program));
    apps.set(program, app);
    return app;
  };
  afterAll(() => apps.clear());

  it.each([...ROLES, null])('for the role %s', async (role) => {
    for (const program of ['anumi', FLOOR_POLICY]) {
      const { outcome, status, calls } = await ask(appOf(program), name, role === null ? [] : [grant(role)], program);
      expect([program, outcome], `${status}`).toEqual([program, expectedFor(name, role, program)]);
      if (status === 403) expect(calls.filter((call) => !/^(get|list)/.test(call))).toEqual([]);
    }
  });

  it('for all roles at once, in another program', async () => {
    if (rights?.people === 'public' || rights?.people === 'self') return;
    const { outcome, status, calls } = await ask(
      appOf('anumi'),
      name,
      ROLES.map((role) => grant(role, 'photoroom')),
      'anumi',
    );
    // What belongs to no program is the same everywhere; lists are empty instead.
    if (['none', 'filtered'].includes(endpointOf(name).scopeKind) && Object.keys(rights?.people ?? {}).length > 0)
      expect(status).toBeLessThan(400);
    else expect(outcome).toBe('refused');
    expect(
      calls.filter(
        (call) =>
          !/^(get|list|answerOnce|createUser|changeUser|signOut|resetPassword|createApiKey|revokeApiKey)/.test(call),
      ),
    ).toEqual([]);
  });

  it('for a key', async () => {
    const test = createTestApp();
    const { status } = await sendEndpoint(test, endpointOf(name), bearer());
    if (rights?.key !== null) expect(status).toBeLessThan(300);
    else if (rights.people !== 'public') expect(status).toBe(403);
    expect(endpointOf(name).verb).toBe(rights?.key);
  });

  it('for nobody', async () => {
    const test = createTestApp();
    const { status } = await sendEndpoint(test, endpointOf(name), {});
    if (rights?.people === 'public') expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });

  it('for an unsafe request without its CSRF token', async () => {
    if (rights?.people === 'public' || endpointOf(name).method === 'get') return;
    const test = createTestApp();
    const { Cookie } = await signInAs(
      test,
      ROLES.map((role) => grant(role)),
    );
    for (const headers of [{ Cookie }, { Cookie, 'X-CSRF-Token': 'guessed' }]) {
      const answer = await sendEndpoint(test, endpointOf(name), headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'CSRF_FAILED']);
    }
    expect(test.fake.calls).toEqual([]);
    expect(test.fake.notes.map((note) => note.name)).toEqual(['noteRefusal', 'noteRefusal']);
  });
});
